import { useState } from 'react';
import { CARD_KIND_LABELS, CARD_STATUS_LABELS, listCards } from '#contracts/elders/cards.ts';
import { CORRECTION_STATUS_LABELS } from '#contracts/elders/correction-lifecycle.ts';
import { listCorrections, proposeCorrection } from '#contracts/elders/corrections.ts';
import { FACT_CONFIDENCE_LABELS, readFacts } from '#contracts/elders/facts.ts';
import { readElder, readTimeline } from '#contracts/elders/record.ts';
import { usePagesOf, useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { Select, TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { cardWords } from './cards.tsx';

/** What the register says about me, where each line comes from, and how to have a wrong one mended. */
export default function MyFilePage() {
  const { elderId } = useSession().currentPost;
  const answer = useQueryOf(readFacts, { params: { id: elderId ?? '' } });
  const today = useBusinessDate();
  const [asking, setAsking] = useState(false);
  return (
    <Loaded whole of={answer}>
      {({ rows }) => (
        <>
          <h1>我的档案</h1>
          <Asked />
          <Helped id={elderId ?? ''} />
          {asking ? (
            <AskForm id={elderId ?? ''} close={() => setAsking(false)} />
          ) : (
            <Button look="go" size="lg" wide onClick={() => setAsking(true)}>
              有一项写错了
            </Button>
          )}
          <MyCards id={elderId ?? ''} />
          {rows.map(row => (
            <div key={row.field} className="elder-row">
              <span>
                <b>
                  {row.label}：{row.value}
                </b>
                <em>
                  {row.sourceWords}，{dateWords(row.asOf, today)}，{FACT_CONFIDENCE_LABELS[row.confidence]}
                </em>
              </span>
            </div>
          ))}
        </>
      )}
    </Loaded>
  );
}

/** 代办: what family or staff lately did in the elder's place, with who it was. */
function Helped({ id }: { id: string }) {
  const today = useBusinessDate();
  const answer = usePagesOf(readTimeline, { params: { id }, query: { limit: 50 } });
  const rows = answer.rows?.filter(row => row.helped).slice(0, 5) ?? [];
  if (rows.length === 0) return null;
  return (
    <>
      <h2>别人替我办的</h2>
      {rows.map(row => (
        <p key={`${row.at}${row.label}`} className="elder-note">
          {instantWords(row.at, today)}，{row.label}
          {row.note && `：${row.note}`}，由{row.actor}代办
        </p>
      ))}
    </>
  );
}

function MyCards({ id }: { id: string }) {
  const today = useBusinessDate();
  const answer = useQueryOf(listCards, { params: { id } });
  return answer.data?.rows.map(row => (
    <div key={row.id} className="elder-row">
      <span>
        <b>
          {CARD_KIND_LABELS[row.kind]}：{row.numberMasked}
        </b>
        <em>
          {CARD_STATUS_LABELS[row.status]}，{cardWords(row, today)}
        </em>
      </span>
    </div>
  ));
}

/** What was asked for before, and what became of it. */
function Asked() {
  const answer = usePagesOf(listCorrections, { query: { limit: 5 } });
  return answer.rows?.map(row => (
    <p key={row.id} className="elder-note">
      更正{row.fieldLabels.join('、')}：{CORRECTION_STATUS_LABELS[row.status]}
      {row.status === 'proposed' && '，街道核对后告诉您'}
      {row.proposedRole === 'family' && `。由家属${row.proposedBy}代办`}
    </p>
  ));
}

/** One thing at a time, in one's own words where the field is not a plain text. */
const FIELDS = [
  { value: 'name', label: '姓名' },
  { value: 'identityNumber', label: '身份证号' },
  { value: 'phone', label: '手机号' },
  { value: 'nation', label: '民族' },
  { value: 'road', label: '道路' },
  { value: 'compound', label: '小区' },
  { value: 'door', label: '门牌' },
];

function AskForm({ id, close }: { id: string; close: () => void }) {
  const record = useQueryOf(readElder, { params: { id } });
  const write = useWrite(proposeCorrection);
  return (
    <Loaded of={record}>
      {({ elder }) => (
        <Form
          initial={{ field: '', value: '', reason: '', evidence: '' }}
          label="请街道核对"
          large
          wide
          submit={({ field, value, ...said }: { field: string; value: string; reason: string; evidence: string }) =>
            write.mutateAsync({
              params: { id },
              body: { version: elder.version, changes: field ? { [field]: value } : {}, ...said } as never,
            })
          }
          done={close}
          acts={
            <Button size="lg" wide onClick={close}>
              不改了
            </Button>
          }
        >
          <Select name="field" label="哪一项" options={FIELDS} />
          <TextInput name="value" label="应当是" />
          <TextArea name="reason" label="怎么错的" rows={2} />
          <TextInput name="evidence" label="有什么证件能看" hint="如：身份证、户口簿、残疾人证" />
          <p className="elder-note">居住方式、残疾、经济状况写错的，请打社区电话，由社区上门核实。</p>
        </Form>
      )}
    </Loaded>
  );
}
