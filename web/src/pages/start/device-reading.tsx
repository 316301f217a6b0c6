import type { DeviceHit } from '../../api/types.generated.ts';
import type { MessageKey } from '../../messages/en.ts';
import { useMessages } from '../../messages/messages.tsx';
import { PartyLink } from '../../parts/party-link.tsx';

/** What the search text says where it is a sign of a device: who may have made it, on which evidence. */
export function DeviceReading({ device }: { readonly device: DeviceHit }) {
  const { say } = useMessages();
  const reading = say(`reading ${device.reading}` as MessageKey);
  return (
    <div className="device-reading">
      <p className="hit-name">
        {say('startDevice', { reading, text: '' })}
        <bdi>{device.text}</bdi>
      </p>
      {device.maker ? (
        <p>
          {say('startDeviceMaker', { confidence: say(`confidence ${device.confidence}` as MessageKey) })}{' '}
          <strong>
            {device.party ? <PartyLink id={device.party} caption={device.maker} /> : device.maker}
          </strong>
        </p>
      ) : (
        <p>{say('startDeviceUnknown')}</p>
      )}
      <ul className="quiet" lang="en">
        {device.evidence.map((one) => (
          <li key={`${one.signal} ${one.value} ${one.pointsTo}`}>
            {one.signal} <bdi>{one.value}</bdi>{' '}
            {say(one.for ? 'startDeviceFor' : 'startDeviceAgainst', { maker: one.pointsTo })}. {one.source}
          </li>
        ))}
      </ul>
      {device.settle && (
        <p>
          {say('startSettle')}: <span lang="en">{device.settle}</span>
        </p>
      )}
    </div>
  );
}
