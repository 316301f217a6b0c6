import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import type { Owners, OwnershipNode, OwnershipProof } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import type { PageState } from '../../parts/page-state.ts';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { labelHeight, layOut, nodeWidth, type PlacedNode, regimesOf, statusOf } from './ownership-layout.ts';

/** More regimes than these are counted in a box; the tooltip and the list below name them. */
const mostNamed = 2;

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
  const drawing = useMemo(() => {
    const statusText = (node: OwnershipNode) => {
      const status = statusOf(node);
      if (status === undefined) return '';
      const regimes = regimesOf(node);
      const which =
        regimes.length > mostNamed ? say('partyRegimes', { count: regimes.length }) : regimes.join(', ');
      return `${say(`node ${status}`)}: ${which}`;
    };
    return layOut(owners.nodes, owners.edges, owners.party, statusText);
  }, [owners, say]);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In a narrow window the party asked about is what is seen first, not the farthest of its owners.
    const root = drawing.nodes.find(({ node }) => node.id === owners.party);
    if (box.current && root) box.current.scrollLeft = root.x + nodeWidth / 2 - box.current.clientWidth / 2;
  }, [drawing, owners.party]);
  const lit = proof && new Set(proof.edges);
  const litNodes =
    lit &&
    new Set(owners.edges.filter(({ id }) => lit.has(id)).flatMap(({ owner, owned }) => [owner, owned]));
  return (
    <ScrollBox className="ownership" label={say('partyOwnership')} ref={box}>
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
  const words = (['listed', 'caught', 'undetermined'] as const).flatMap((reach) => {
    const regimes = { listed: node.listedOn, caught: node.reachedBy, undetermined: node.undetermined }[reach];
    return regimes.length === 0 ? [] : [`${say(`node ${reach}`)}: ${regimes.join(', ')}`];
  });
  const description = [node.caption, ...words].join('; ');
  return (
    <a
      href={`/party/${encodeURIComponent(node.id)}${search.size > 0 ? `?${search}` : ''}`}
      className={`party-box ${status ?? ''} ${isRoot ? 'root' : ''} ${isDim ? 'dim' : ''}`}
      // What is seen comes first, word for word; then what it counts.
      aria-label={
        words.length > 0 ? `${node.caption} ${placed.status.join(' ')} (${words.join('; ')})` : node.caption
      }
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void navigate({ to: '/party/$id', params: { id: node.id }, search: keep });
      }}
    >
      <title>{description}</title>
      <rect x={x} y={y} width={nodeWidth} height={height} />
      {lines.map((line, index) => (
        <text key={line} x={x + 8} y={y + 18 + index * 16}>
          {`${line} `}
        </text>
      ))}
      {placed.status.map((line, index) => (
        <text key={line} x={x + 8} y={y + 18 + (lines.length + index) * 16} className="box-status">
          {`${line} `}
        </text>
      ))}
    </a>
  );
}
