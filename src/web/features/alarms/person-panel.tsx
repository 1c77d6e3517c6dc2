import { useParams } from 'react-router';
import { AWAY_PLACE_LABELS, listAlarms, listAwayNotices } from '#contracts/alarms.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Timeline } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';

const FEW = 5;

/** On a person's record: the last alarms with their outcome, and whether the person is away now. */
export default function PersonPanel() {
  const { id = '' } = useParams();
  const today = useBusinessDate();
  const alarms = useQueryOf(listAlarms, { query: { scope: 'all', elderId: id, limit: FEW } });
  const away = useQueryOf(listAwayNotices, { params: { elderId: id } });
  const now = away.data?.rows.find(row => !row.endedAt && row.to.slice(0, 10) >= today);
  return (
    <section>
      <SectionHead title="守平安" />
      {now && (
        <p className="sm">
          {AWAY_PLACE_LABELS[now.place]}，到{instantWords(now.to, today)}，期间不因没有用水告警。
        </p>
      )}
      <Loaded of={alarms} rows={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="sm mute">还没有告警。</p>
          ) : (
            <Timeline
              items={rows.map(row => ({
                key: row.id,
                at: instantWords(row.raisedAt, today),
                text: (
                  <>
                    <TextLink small to={`/desk/alarms/${row.id}`}>
                      {row.title}
                    </TextLink>
                    ，{row.now}
                  </>
                ),
                kind: row.closedAt ? 'done' : 'warn',
              }))}
            />
          )
        }
      </Loaded>
    </section>
  );
}
