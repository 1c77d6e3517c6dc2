import { type ReactNode, useEffect, useRef } from 'react';
import type { ReviewItem } from '#contracts/policies/documents.ts';
import { type Group, stateOf } from './groups.ts';

type Props = { text: string; groups: readonly Group[]; at: number; open: (to: number) => void };

/** The document as it reads, with what the machine found marked in place; the measure in hand is lit. */
export function ReviewText({ text, groups, at, open }: Props) {
  const current = useRef<HTMLButtonElement>(null);
  const article = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls whenever another measure is in hand
  useEffect(() => {
    // Only the text moves: the page keeps its heading and the decisions in place.
    const part = current.current;
    if (part && article.current) article.current.scrollTop = part.offsetTop - article.current.offsetTop - 48;
  }, [at]);
  let section: string | null = null;
  return (
    <article ref={article} className="doc" lang="zh-CN" aria-label="文件原文">
      <p className="doc-legend">
        <mark className="u">责任单位</mark>
        <mark className="t">目标和数</mark>
        <mark className="q">存疑</mark>
      </p>
      {groups.map((group, index) => {
        const heading = group.section !== section ? group.section : null;
        section = group.section;
        if (group.end <= group.start) return null;
        return (
          <div key={group.items[0]?.id}>
            {heading && <h2>{heading}</h2>}
            <button
              type="button"
              ref={index === at ? current : null}
              className={`doc-part ${index === at ? 'cur' : stateOf(group)}`}
              aria-pressed={index === at}
              onClick={() => open(index)}
            >
              {marked(text, group)}
            </button>
          </div>
        );
      })}
    </article>
  );
}

const MARKED = new Set(['units', 'target', 'figure']);
const classOf = (item: ReviewItem): string =>
  item.doubt && item.state === 'pending' ? 'q' : item.kind === 'units' ? 'u' : 't';

/** Cuts the part at its marks; overlapping marks keep the first. */
function marked(text: string, group: Group): ReactNode[] {
  const marks = group.items
    .filter(item => MARKED.has(item.kind) && item.state !== 'rejected')
    .sort((a, b) => a.start - b.start);
  const nodes: ReactNode[] = [];
  let from = group.start;
  for (const item of marks) {
    if (item.start < from || item.end > group.end || item.end <= item.start) continue;
    if (item.start > from) nodes.push(text.slice(from, item.start));
    nodes.push(
      <mark key={item.id} className={classOf(item)}>
        {text.slice(item.start, item.end)}
      </mark>,
    );
    from = item.end;
  }
  nodes.push(text.slice(from, group.end));
  return nodes;
}
