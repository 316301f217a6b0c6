import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, useId, useState } from 'react';
import { post } from '../../api/client.ts';
import type { PortfolioPreview } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { ActorField } from '../../parts/actor-field.tsx';
import { actorOf } from '../../parts/actors.ts';
import { base64Of } from '../../parts/base64.ts';
import { NameText } from '../../parts/name-text.tsx';
import { Failure } from '../../parts/query-state.tsx';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { useKinds } from '../../parts/use-kinds.ts';

interface GivenFile {
  readonly name: string;
  readonly base64: string;
}

/** Takes exports in, shows what would be understood, and keeps them only when told to. */
export function AddFiles() {
  const { say } = useMessages();
  const id = useId();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [files, setFiles] = useState<readonly GivenFile[]>([]);
  const [title, setTitle] = useState('');
  const [actor, setActor] = useState('us-school');
  const [isOver, setOver] = useState(false);
  const asked = (given: readonly GivenFile[], as: string) => {
    const { roles, jurisdiction } = actorOf(as);
    return { files: given, as: roles, jurisdiction, ...(title ? { title } : {}) };
  };
  const preview = useMutation({
    mutationFn: async ({ list, as }: { list: readonly File[]; as: string }) => {
      const given = await Promise.all(
        list.map(async (file) => ({ name: file.name, base64: await base64Of(file) })),
      );
      setFiles(given);
      return post<PortfolioPreview>('portfolios/preview', asked(given, as));
    },
  });
  const keep = useMutation({
    mutationFn: () => post<{ id: string }>('portfolios', asked(files, actor)),
    onSuccess: async (kept) => {
      await queries.invalidateQueries({ queryKey: ['portfolios'] });
      await queries.invalidateQueries({ queryKey: ['scenarios'] });
      await navigate({ to: '/portfolios/$id', params: { id: kept.id } });
    },
  });
  const take = (list: FileList | null) => {
    if (!list || list.length === 0) return;
    if (title === '') setTitle(list[0]!.name.replace(/\.[^.]+$/, ''));
    preview.mutate({ list: [...list], as: actor });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const discard = () => {
    setFiles([]);
    setTitle('');
    preview.reset();
  };
  return (
    <section aria-labelledby={`${id}-add`} className="screen-only">
      <h2 id={`${id}-add`}>{say('portfolioAdd')}</h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the file field inside does the same. */}
      <div
        className={isOver ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label htmlFor={`${id}-files`}>{say('portfolioDrop')}</label>
        <input id={`${id}-files`} type="file" multiple onChange={(event) => take(event.target.files)} />
        <p className="quiet">{say('portfolioDropHint')}</p>
      </div>
      {preview.isPending && (
        <p role="status">{say('portfolioReading', { count: preview.variables.list.length })}</p>
      )}
      {preview.error && <Failure error={preview.error} />}
      {preview.data && (
        <div className="preview">
          <h3>{say('portfolioUnderstood')}</h3>
          <div className="preview-form">
            <span className="field">
              <label htmlFor={`${id}-title`}>{say('portfolioName')}</label>
              <input
                id={`${id}-title`}
                value={title}
                onChange={(event) => setTitle(event.target.value)}
                dir="auto"
              />
            </span>
            <ActorField label={say('portfolioAs')} value={actor} onChange={setActor} />
          </div>
          <Understood preview={preview.data} />
          {keep.error && <Failure error={keep.error} />}
          <p>
            <button
              type="button"
              className="main-action"
              disabled={preview.data.assets === 0 || keep.isPending}
              onClick={() => keep.mutate()}
            >
              {say('portfolioKeep')}
            </button>{' '}
            <button type="button" onClick={discard}>
              {say('portfolioDiscard')}
            </button>
          </p>
        </div>
      )}
    </section>
  );
}

function Understood({ preview }: { readonly preview: PortfolioPreview }) {
  const { say } = useMessages();
  const kindsInWords = useKinds();
  return (
    <>
      <p>
        <strong>{say('portfolioAssets', { count: preview.assets })}</strong>
        {preview.assets > 0 && <>: {kindsInWords(preview.kinds)}</>}
      </p>
      {preview.unread.map(({ file, message, remedy }) => (
        <p key={file} role="alert" className="failure" lang="en">
          <strong>
            {say('portfolioUnread')}: <bdi>{file}</bdi>.
          </strong>{' '}
          {message} {remedy}
        </p>
      ))}
      {preview.files.length > 0 && <FilesRead preview={preview} />}
      {preview.issues.length > 0 && (
        <details>
          <summary>{say('portfolioBadRows', { count: preview.lost })}</summary>
          <ul lang="en">
            {preview.issues.map((issue) => (
              <li key={`${issue.file} ${issue.line} ${issue.message}`}>
                <bdi>{issue.file}</bdi>:{issue.line ?? '?'} {issue.message}
              </li>
            ))}
          </ul>
        </details>
      )}
      {preview.sample.length > 0 && (
        <details>
          <summary>{say('portfolioSample')}</summary>
          <ul>
            {preview.sample.map((thing) => (
              <li key={`${thing.kind} ${thing.id}`}>
                <NameText>{thing.label}</NameText>{' '}
                <small>{[thing.kind, thing.site].filter(Boolean).join(', ')}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** How each file was read, column by column. */
function FilesRead({ preview }: { readonly preview: PortfolioPreview }) {
  const { say } = useMessages();
  return (
    <ScrollBox label={say('portfolioUnderstood')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('portfolioFile')}</th>
            <th scope="col">{say('portfolioReadAs')}</th>
            <th scope="col" className="number">
              {say('portfolioRows')}
            </th>
            <th scope="col">{say('portfolioColumns')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.files.map((file) => {
            const mapping = preview.mappings.find((one) => one.file === file.file);
            return (
              <tr key={file.file}>
                <td>
                  <bdi>{file.file}</bdi>
                </td>
                <td lang="en">
                  {file.reader}
                  {mapping && `: ${mapping.kind}`}
                </td>
                <td className="number">{file.rows}</td>
                <td lang="en">
                  {mapping &&
                    Object.entries(mapping.columns).map(([field, header]) => (
                      <span key={field} className="mapping">
                        {say('portfolioColumn', { field, header })}
                      </span>
                    ))}
                  {mapping && mapping.dropped.length > 0 && (
                    <strong className="mapping">
                      {say('portfolioDropped', { headers: mapping.dropped.join(', ') })}
                    </strong>
                  )}
                  {file.notices.map((notice) => (
                    <small key={notice} className="mapping">
                      {notice}
                    </small>
                  ))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}
