import { ALARM_STATUS_LABELS, readAlarmWall } from '#contracts/alarms.ts';
import { useQueryOf } from '../../api.ts';
import { RiskMark } from '../../ui/marks.tsx';
import { clockWords } from '../../ui/words.ts';
import './alarms.css';

const MOST = 6;
const LATE_MINUTES = 15;

/** Live alarms on the wall: where, what, how long, how far; never a name or a road. */
export default function WallAlarmsPanel() {
  const wall = useQueryOf(readAlarmWall, {}, { refreshEveryMs: 5_000 });
  if (!wall.data)
    return (
      <p className="wall-note">{wall.error ? '告警没有取到，稍后自动再取；请以值守电话为准。' : '正在取告警……'}</p>
    );
  const { rows, liveCount, at } = wall.data;
  return (
    <>
      <h2>
        正在处理的告警<b>{liveCount}</b>
      </h2>
      <p className="wall-sub">五步：受理、电话、派人、到场、关闭。{clockWords(at)}更新</p>
      {rows.length === 0 && <p className="wall-note">现在没有告警。</p>}
      <ul className="wall-live">
        {rows.slice(0, MOST).map(row => (
          <li key={row.id}>
            <RiskMark risk={row.level} />
            <b>{row.areaName}</b>
            <span className={row.minutes >= LATE_MINUTES ? 'mins long' : 'mins'}>{row.minutes}分</span>
            <span />
            <p>
              {row.title}
              {row.living && `，${row.living}`}
              {row.age !== null && ` ${row.age}岁`}
            </p>
            <span />
            <div className="dots">
              {row.hops.slice(1).map(hop => (
                <i key={hop.label} className={hop.state === 'later' ? undefined : hop.state} />
              ))}
              <span>{ALARM_STATUS_LABELS[row.status]}</span>
            </div>
          </li>
        ))}
      </ul>
      {liveCount > MOST && <p className="wall-sub">另有{liveCount - MOST}条</p>}
    </>
  );
}
