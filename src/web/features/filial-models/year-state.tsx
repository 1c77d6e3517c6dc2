import { useState } from 'react';
import { FILIAL_YEAR_STATUS_LABELS } from '#contracts/filial-lifecycle.ts';
import { type FilialYear, stepFilialYear } from '#contracts/filial-models.ts';
import { addDays } from '#shared/dates.ts';
import { useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { DateInput, TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep } from '../../ui/page-header.tsx';
import { ErrorState, Note } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { placesWords } from './model-words.ts';

/** Days of notice as proposed: ours, no document was found (designDefault). */
const NOTICE_DAYS = 7;

/** How far the year is, and the district's next step. */
export function YearState({ year }: { year: FilialYear }) {
  const today = useBusinessDate();
  const title = `${year.areaName}${year.year}年：${FILIAL_YEAR_STATUS_LABELS[year.status]}`;
  const allowed = year.nextActions.filter(each => each.allowed);
  const words = (
    <>
      {stateWords(year, today)}
      <span className="row-note" data-rule>
        {placesWords(year)}
      </span>
    </>
  );
  if (allowed.length === 0) return <Note title={title}>{words}</Note>;
  return (
    <NextStep title={title} note={words}>
      <Acts year={year} actions={allowed.map(each => each.action)} />
    </NextStep>
  );
}

function stateWords(year: FilialYear, today: string): string {
  const { selected, recommended, nominated } = year.counts;
  const counts = `本辖区评上${selected}位，待区里评选${recommended}位，待街道核实${nominated}位。`;
  if (year.status === 'noticed') return `公示到${dateWords(year.noticeTo ?? '', today)}。${counts}`;
  return year.status === 'published' ? `${dateWords(year.publishedOn ?? '', today)}公布。${counts}` : counts;
}

type Step = { noticeTo?: string; note?: string };
function Acts({ year, actions }: { year: FilialYear; actions: readonly string[] }) {
  const today = useBusinessDate();
  const write = useWrite(stepFilialYear);
  const [asked, ask] = useState<'notice' | 'reopen' | null>(null);
  const close = () => ask(null);
  const send = (body: Step & { action: 'notice' | 'reopen' | 'publish' }) =>
    write.mutateAsync({ params: { id: year.id }, body });
  const runs = year.noticeTo !== null && today <= year.noticeTo;
  return (
    <>
      {actions.includes('notice') && (
        <Button look="go" because={year.counts.selected === 0 ? '还没有评上的人' : null} onClick={() => ask('notice')}>
          公示名单
        </Button>
      )}
      {actions.includes('publish') && (
        <Button
          look="go"
          because={runs ? `公示到${dateWords(year.noticeTo ?? '', today)}，结束以后才能公布` : null}
          busy={write.isPending}
          onClick={() => void send({ action: 'publish' }).catch(() => undefined)}
        >
          公布名单
        </Button>
      )}
      {actions.includes('reopen') && <Button onClick={() => ask('reopen')}>有异议，回到评选</Button>}
      {asked === null && write.error && <ErrorState error={write.error} kept="名单还停在原来的一步" />}
      <Dialog title={`公示${year.year}年名单`} open={asked === 'notice'} close={close}>
        <Form
          initial={{ noticeTo: addDays(today, NOTICE_DAYS) }}
          label="开始公示"
          look="ok"
          done={close}
          submit={(body: Step) => send({ ...body, action: 'notice' })}
        >
          <DateInput
            name="noticeTo"
            label="公示到哪天"
            min={today}
            hint={`没有查到规定的天数，先填${NOTICE_DAYS}天，请按区里的要求改`}
          />
        </Form>
      </Dialog>
      <Dialog title="回到评选" open={asked === 'reopen'} close={close}>
        <Form
          initial={{ note: '' }}
          label="回到评选"
          look="ok"
          done={close}
          submit={(body: Step) => send({ ...body, action: 'reopen' })}
        >
          <TextArea name="note" label="什么异议" rows={2} hint="核实后撤下或换人，再公示" />
        </Form>
      </Dialog>
    </>
  );
}
