import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import { DATA_CLASS_LABELS } from '#contracts/data-classes.ts';
import type { Overview, OverviewItem, OverviewSection } from '#contracts/overviews.ts';
import { mayOpen, screenAt } from '../../paths.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { Chip } from '../../ui/marks.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Note } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import './overviews.css';

/** The four classes one below the other: what is known, from where and of which day; what is left out says why. */
export function ClassSections({ data }: { data: Overview }) {
  const { health, medical, service, facility } = data;
  return (
    <div className="classes">
      <ClassSection section={health} items={[...health.level, ...health.items]} none="没有健康信息" />
      <ClassSection section={medical} items={[...medical.items, ...medical.costs]} none="没有医疗数据" />
      <ClassSection section={service} items={service.items} none="没有服务记录" />
      <ClassSection section={facility} items={facility.items} none="没有住养老机构，也没有登记服务本社区的设施" />
    </div>
  );
}

type Props = { section: Omit<OverviewSection, 'items'>; items: readonly OverviewItem[]; none: string };

function ClassSection({ section, items, none }: Props) {
  return (
    <section className="class-section">
      <SectionHead
        title={DATA_CLASS_LABELS[section.dataClass]}
        note={items.length > 0 ? `${items.length}项` : undefined}
      />
      <p className="sm soft">{section.mine}。</p>
      {section.withheld && (
        <Note tone="warn" title={items.length > 0 ? '有的没有显示' : '没有显示'}>
          {section.withheld}
        </Note>
      )}
      {items.length > 0 ? (
        <ul className="class-items">
          {items.map(one => (
            <Item key={[one.label, one.value, one.source, one.asOf, one.path].join()} item={one} />
          ))}
        </ul>
      ) : (
        !section.withheld && <p className="soft">{none}。</p>
      )}
      <details className="class-who">
        <summary>这一类有什么，谁能看</summary>
        <p className="sm" data-rule>
          {section.holds}。来自{section.from}。
        </p>
        <ul className="sm" data-rule>
          {section.who.map(line => (
            <li key={line.says}>
              {line.says} <span className="mute">（{line.source}）</span>{' '}
              {!isSure(line.confidence) && <Chip tone="doubt">{CONFIDENCE_LABELS[line.confidence]}</Chip>}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Item({ item }: { item: OverviewItem }) {
  const today = useBusinessDate();
  const role = useRole();
  const screen = item.path ? screenAt(item.path.split('?')[0] ?? '') : undefined;
  const opens = item.path !== null && screen !== undefined && mayOpen(screen.roles, role);
  return (
    <li>
      <b>{opens ? <TextLink to={item.path ?? ''}>{item.label}</TextLink> : item.label}</b>
      <span>{item.value}</span>
      <span className="sm mute">
        {[item.source, item.asOf && dateWords(item.asOf, today), item.confidence].filter(Boolean).join('，')}
      </span>
    </li>
  );
}
