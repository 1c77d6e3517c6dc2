import { type Group, stateOf } from './groups.ts';

const WORDS = { done: '已审', doubt: '存疑', open: '未审' } as const;

/** One tick a measure, grouped by section: done is pine, doubtful hatched, the one in hand persimmon. */
export function ReviewTicks({
  groups,
  at,
  open,
}: {
  groups: readonly Group[];
  at: number;
  open: (to: number) => void;
}) {
  const sections = Map.groupBy(
    groups.map((group, index) => ({ group, index })),
    entry => entry.group.section ?? '',
  );
  return (
    <ol className="part-ticks" aria-label={`${groups.length} 条的审核进度`}>
      {[...sections].map(([section, entries]) => (
        <li key={section} style={{ flex: entries.length }}>
          <div>
            {entries.map(({ group, index }) => {
              const state = stateOf(group);
              return (
                <button
                  key={group.items[0]?.id}
                  type="button"
                  className={`part-tick ${index === at ? 'now' : state}`}
                  aria-current={index === at ? 'step' : undefined}
                  aria-label={`${group.label}${group.title.slice(0, 20)}，${WORDS[state]}`}
                  onClick={() => open(index)}
                />
              );
            })}
          </div>
          {section && <span>{section.replace(/^[一二三四五六七八九十]+、/, '').replace(/[，,].*$/, '')}</span>}
        </li>
      ))}
    </ol>
  );
}
