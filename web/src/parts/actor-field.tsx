import { useMessages } from '../messages/messages.tsx';
import { actors } from './actors.ts';

/** Who asks, as one choice. */
export function ActorField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (actor: string) => void;
}) {
  const { say } = useMessages();
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {actors.map((one) => (
          <option key={one.id} value={one.id}>
            {say(one.label)}
          </option>
        ))}
      </select>
    </label>
  );
}
