import { useState } from 'react';
import { useParams } from 'react-router';
import { FESTIVAL_STATUS_LABELS } from '#contracts/festival-lifecycle.ts';
import { addToFestival, type Festival, readFestival, stepFestival } from '#contracts/festivals.ts';
import type { Role } from '#contracts/roles.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList, Steps } from '../../ui/record-parts.tsx';
import { ErrorState, Loaded, Note } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { giftWords, progressWords, ruleWords } from './festival-words.ts';
import { VisitsList } from './visits-list.tsx';

const MAKERS: readonly Role[] = ['street', 'district'];

/** One list: by which rule, what is given, who checked it, how far the visits are. */
export default function FestivalPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readFestival, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {festival => <Body festival={festival} />}
    </Loaded>
  );
}

function Body({ festival }: { festival: Festival }) {
  const today = useBusinessDate();
  const { role } = useSession().currentPost;
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <PageHeader
        record
        title={`${festival.name}慰问`}
        trail={[{ title: '节日慰问', to: '/desk/festivals' }]}
        facts={[FESTIVAL_STATUS_LABELS[festival.status], festival.areaName, giftWords(festival)]}
      />
      <div className="stack">
        <Next festival={festival} />
        <FactList
          items={[
            [
              '慰问谁',
              <span
                key="rule"
                data-rule
              >{`${ruleWords(festival.rule)}（按${dateWords(festival.onDay, today)}算）`}</span>,
            ],
            ['送什么', giftWords(festival)],
            ['依据', festival.basis],
            ['谁列的', `${festival.madeBy}，${instantWords(festival.madeAt, today)}`],
            ['谁复核的', festival.checkedBy],
            ['慰问金', festival.amountFen === null ? null : `已慰问的共${fenToYuanText(festival.doneFen)}元`],
          ]}
        />
        <section>
          <SectionHead title="名单" note={progressWords(festival)}>
            {festival.status === 'draft' && MAKERS.includes(role) && (
              <Button size="sm" onClick={() => setAdding(true)}>
                手工添一位
              </Button>
            )}
          </SectionHead>
          <VisitsList listId={festival.id} />
        </section>
        <Dialog title="手工添一位" open={isAdding} close={() => setAdding(false)}>
          <AddPerson id={festival.id} done={() => setAdding(false)} />
        </Dialog>
        <section>
          <SectionHead title="经过" />
          <Steps of={festival.steps} today={today} />
        </section>
      </div>
    </>
  );
}

type Added = { identityNumber: string; name: string; because: string };

function AddPerson({ id, done }: { id: string; done: () => void }) {
  const write = useWrite(addToFestival);
  return (
    <Form
      initial={{ identityNumber: '', name: '', because: '' }}
      checks={addToFestival.body}
      label="添进名单"
      look="ok"
      done={done}
      submit={(body: Added) => write.mutateAsync({ params: { id }, body })}
    >
      <TextInput name="identityNumber" label="身份证号" />
      <TextInput name="name" label="姓名" />
      <TextArea name="because" label="为什么添" rows={2} hint="规则没有列到的；复核的同事看得到" />
    </Form>
  );
}

function Next({ festival }: { festival: Festival }) {
  const [asked, ask] = useState(false);
  const write = useWrite(stepFestival);
  const params = { id: festival.id };
  const find = (action: string) => festival.nextActions.find(each => each.action === action);
  const [check, close, cancel] = [find('check'), find('close'), find('cancel')];
  if (!check && !close) return <Note title={FESTIVAL_STATUS_LABELS[festival.status]}>{festival.note}</Note>;
  const note = check
    ? '看名单有没有不该慰问的；定下以后不再增减。'
    : '每一位都慰问过，或写明没有慰问的原因，才能办结。';
  return (
    <NextStep title={check ? '复核名单' : progressWords(festival)} note={note}>
      {check && (
        <Button
          look="go"
          because={check.disabledBecause}
          busy={write.isPending}
          onClick={() => write.mutate({ params, body: { action: 'check' } })}
        >
          复核通过，定下名单
        </Button>
      )}
      {close && (
        <Button
          look="go"
          because={
            close.disabledBecause ?? (festival.counts.listed > 0 ? `还有${festival.counts.listed}位没有慰问` : null)
          }
          busy={write.isPending}
          onClick={() => write.mutate({ params, body: { action: 'close' } })}
        >
          办结
        </Button>
      )}
      {cancel?.allowed && <Button onClick={() => ask(true)}>作废</Button>}
      {write.error && <ErrorState error={write.error} kept="名单还停在原来的一步" />}
      <Dialog title="作废这份名单" open={asked} close={() => ask(false)}>
        <Form
          initial={{ note: '' }}
          label="作废"
          look="ok"
          done={() => ask(false)}
          submit={({ note: why }: { note?: string }) =>
            write.mutateAsync({ params, body: { action: 'cancel', ...(why && { note: why }) } })
          }
        >
          <TextArea name="note" label="原因" rows={2} />
        </Form>
      </Dialog>
    </NextStep>
  );
}
