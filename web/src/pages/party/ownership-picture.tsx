import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Owners, OwnershipProof } from '../../api/types.generated.ts';
import type { MessageKey } from '../../messages/en.ts';
import { useMessages } from '../../messages/messages.tsx';
import type { PageState } from '../../parts/page-state.ts';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { labelHeight, layOut, nodeWidth, type PlacedNode, statusOf } from './ownership-layout.ts';

/** The picture of owners and owned. What it shows stands in words in the lists below it. */
export function OwnershipPicture({
  owners,
  proof,
  keep,
}: {
  readonly owners: Owners;
  readonly proof: OwnershipProof | undefined;
  readonly keep: PageState;
}) {
  const { say } = useMessages();
  const drawing = useMemo(() => layOut(owners.nodes, owners.edges, owners.party), [owners]);
  const lit = proof && new Set(proof.edges);
  const litNodes =
    lit &&
    new Set(owners.edges.filter(({ id }) => lit.has(id)).flatMap(({ owner, owned }) => [owner, owned]));
  return (
    <ScrollBox className="ownership" label={say('partyOwnership')}>
      <svg width={drawing.width} height={drawing.height} viewBox={`0 0 ${drawing.width} ${drawing.height}`}>
        <title>{say('partyOwnership')}</title>
        <defs>
          <marker
            id="owns"
            viewBox="0 0 8 8"
            refX="8"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0,0 L8,4 L0,8 z" className="arrow" />
          </marker>
        </defs>
        {drawing.edges.map((edge) => {
          const isLit = lit === undefined || edge.ids.some((id) => lit.has(id));
          return (
            <path
              key={edge.key}
              d={edge.path}
              markerEnd="url(#owns)"
              className={`owns ${edge.isShare ? '' : 'relation'} ${isLit ? (lit ? 'lit' : '') : 'dim'}`}
            />
          );
        })}
        {drawing.edges.map((edge) => {
          const isLit = lit === undefined || edge.ids.some((id) => lit.has(id));
          return (
            <text
              key={edge.key}
              className={`owns-label ${isLit ? '' : 'dim'}`}
              textAnchor={edge.labelEnds ? 'end' : 'start'}
            >
              {edge.labels.map((label, index) => (
                <tspan key={label} x={edge.labelX} y={edge.labelY + index * labelHeight}>
                  {label}
                </tspan>
              ))}
            </text>
          );
        })}
        {drawing.nodes.map((placed) => (
          <NodeBox
            key={placed.node.id}
            placed={placed}
            isRoot={placed.node.id === owners.party}
            isDim={litNodes !== undefined && !litNodes.has(placed.node.id)}
            keep={keep}
          />
        ))}
      </svg>
    </ScrollBox>
  );
}

function NodeBox({
  placed,
  isRoot,
  isDim,
  keep,
}: {
  readonly placed: PlacedNode;
  readonly isRoot: boolean;
  readonly isDim: boolean;
  readonly keep: PageState;
}) {
  const { say } = useMessages();
  const navigate = useNavigate();
  const { node, x, y, height, lines } = placed;
  const status = statusOf(node);
  const search = new URLSearchParams(
    Object.entries(keep).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  const regimes = [...node.listedOn, ...node.reachedBy, ...node.undetermined].join(', ');
  return (
    <a
      href={`/party/${encodeURIComponent(node.id)}${search.size > 0 ? `?${search}` : ''}`}
      className={`party-box ${status ?? ''} ${isRoot ? 'root' : ''} ${isDim ? 'dim' : ''}`}
      aria-label={`${node.caption}${status ? ` ${say(`node ${status}` as MessageKey)}: ${regimes}` : ''}`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void navigate({ to: '/party/$id', params: { id: node.id }, search: keep });
      }}
    >
      <title>{`${node.caption}${regimes ? `: ${regimes}` : ''}`}</title>
      <rect x={x} y={y} width={nodeWidth} height={height} />
      {lines.map((line, index) => (
        <text key={line} x={x + 8} y={y + 18 + index * 16}>
          {`${line} `}
        </text>
      ))}
      {status && (
        <text x={x + 8} y={y + 18 + lines.length * 16} className="box-status">
          {say(`node ${status}` as MessageKey)}
        </text>
      )}
    </a>
  );
}
