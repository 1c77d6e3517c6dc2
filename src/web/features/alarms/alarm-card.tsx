import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Alarm } from '#contracts/alarms.ts';
import { Facts, RiskMark } from '../../ui/marks.tsx';
import { HopLine } from '../../ui/record-parts.tsx';
import { clockWords } from '../../ui/words.ts';
import './alarms.css';

export const hopsOf = (alarm: Pick<Alarm, 'hops'>) =>
  alarm.hops.map(hop => ({
    key: hop.label,
    label: hop.label,
    at: hop.at ? clockWords(hop.at) : '—',
    state: hop.state,
  }));

/** 75 → 1小时15分. */
export const minutesWords = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest}分钟`;
  return rest === 0 ? `${hours}小时` : `${hours}小时${rest}分`;
};

export const personWords = (alarm: Alarm): readonly ReactNode[] => [
  `${alarm.person.name}${alarm.age === null ? '' : ` ${alarm.age}岁`}`,
  alarm.person.living,
  alarm.areaName,
];

/** One alarm under way: level, what, how long, who and where, the hop line, what comes next. */
export function AlarmCard({ alarm, to, children }: { alarm: Alarm; to?: string; children?: ReactNode }) {
  const isLong = alarm.responseMinutes === null && alarm.minutes >= 15;
  return (
    <article className="alarm-card">
      <h2>
        <RiskMark risk={alarm.level} />
        {to ? <Link to={to}>{alarm.title}</Link> : alarm.title}
        <span className={isLong ? 'mins long' : 'mins'}>{minutesWords(alarm.minutes)}</span>
      </h2>
      <p className="who">
        <Facts items={personWords(alarm)} />
      </p>
      <HopLine hops={hopsOf(alarm)} />
      <p className="saying">{alarm.now}。</p>
      {children}
    </article>
  );
}
