import { AWAY_PLACE_LABELS, AWAY_PLACES, endAwayNotice, fileAwayNotice, listAwayNotices } from '#contracts/alarms.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { DateInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { EmptyState, ErrorState, Loaded, Note } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';

/** Away for some days: no alarm for water not used, and the desk knows where the person is. */
export default function AwayPage() {
  const { elderId } = useSession().currentPost;
  const today = useBusinessDate();
  const params = { elderId: elderId ?? '' };
  const notices = useQueryOf(listAwayNotices, { params }, { enabled: elderId !== null });
  const file = useWrite(fileAwayNotice);
  const end = useWrite(endAwayNotice);
  const submit = ({ from, to, place }: { from?: string; to?: string; place?: string }) =>
    file.mutateAsync({
      params,
      body: { from: `${from ?? ''}T00:00:00+08:00`, to: `${to ?? ''}T23:59:00+08:00`, place: place as never },
    });
  if (!elderId) return <EmptyState title="这个岗位没有绑定老年人">请换一个岗位，或联系社区。</EmptyState>;
  return (
    <>
      <h1>出门几天，报一声</h1>
      <p className="elder-note">这几天家里不用水，就不会惊动值守台；提前回来了，点“已经回来”。</p>
      {file.data && (
        <Note tone="ok" title="已报好">
          {file.data.silenced > 0 ? `刚才的${file.data.silenced}条告警已经静默。` : '值守台和社区都看得到。'}
        </Note>
      )}
      {today && (
        <Form initial={{ from: today }} label="报外出" look="go" large wide draft="alarms.away" submit={submit}>
          <DateInput name="from" label="从哪天起" />
          <DateInput name="to" label="到哪天" min={today} />
          <RadioGroup
            name="place"
            label="去哪里"
            options={AWAY_PLACES.map(place => ({ value: place, label: AWAY_PLACE_LABELS[place] }))}
          />
        </Form>
      )}
      <h2>报过的</h2>
      <Loaded of={notices} rows={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="elder-note">还没有报过外出。</p>
          ) : (
            <ul className="elder-list">
              {rows.map(row => (
                <li key={row.id} style={{ gridTemplateColumns: '1fr' }}>
                  <b>
                    {instantWords(row.from, today)} 至 {instantWords(row.to, today)}
                  </b>
                  <p>
                    {AWAY_PLACE_LABELS[row.place]}，{row.byName}报的
                    {row.endedAt && `，${instantWords(row.endedAt, today)}回来了`}
                  </p>
                  {!row.endedAt && row.to.slice(0, 10) >= (today ?? '') && (
                    <Button busy={end.isPending} onClick={() => end.mutate({ params: { id: row.id }, body: {} })}>
                      已经回来
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {end.error && <ErrorState error={end.error} />}
    </>
  );
}
