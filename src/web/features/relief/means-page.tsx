import { useState } from 'react';
import { useParams } from 'react-router';
import { CONFIDENCE_LABELS } from '#contracts/confidence.ts';
import {
  authoriseMeans,
  type HouseholdMeans,
  judgeMeans,
  MEANS_PART_LABELS,
  MEANS_PARTS,
  type MeansJudgement,
  readMeans,
} from '#contracts/relief-means.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { Tick } from '../../ui/choices.tsx';
import { DateInput, TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Loaded, Note } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { MeansEntries } from './means-entries.tsx';

/** What a household has and needs, each with its source; and what the law makes of it. */
export default function MeansPage() {
  const { elderId = '' } = useParams();
  const answer = useQueryOf(readMeans, { params: { elderId } });
  return (
    <Loaded whole of={answer}>
      {data => <Body data={data} />}
    </Loaded>
  );
}

function Body({ data }: { data: HouseholdMeans }) {
  const today = useBusinessDate();
  const { authorised } = data;
  return (
    <div className="stack">
      <PageHeader
        record
        title={`${data.elderName}的家庭经济状况`}
        facts={[
          `一起生活${data.persons}人`,
          authorised && `${dateWords(authorised.on, today)}${authorised.by}签了核对授权书`,
          '每看一次都记下，老人看得到谁看过',
        ].filter(Boolean)}
      >
        <TextLink to={fill('/desk/elders/:id', { id: data.elderId })}>看{data.elderName}的档案</TextLink>
      </PageHeader>
      {authorised ? (
        <>
          <Judge data={data} />
          <Outcomes data={data} />
          {MEANS_PARTS.map(part => (
            <section key={part} aria-label={MEANS_PART_LABELS[part]}>
              <MeansEntries data={data} part={part} />
            </section>
          ))}
        </>
      ) : (
        <Authorise data={data} />
      )}
    </div>
  );
}

function Authorise({ data }: { data: HouseholdMeans }) {
  const today = useBusinessDate();
  const write = useWrite(authoriseMeans);
  return (
    <NextStep title="登记核对授权书" note="没有本人签的授权书，不记家庭经济状况，也不能请银行、外地核对。">
      <Form
        initial={{ signedBy: data.elderName, signedOn: today }}
        checks={authoriseMeans.body}
        label="登记授权书"
        submit={(body: { signedBy: string; signedOn: string }) =>
          write.mutateAsync({ params: { elderId: data.elderId }, body })
        }
      >
        <TextInput name="signedBy" label="谁签的" />
        <DateInput name="signedOn" label="哪天签的" max={today} />
      </Form>
    </NextStep>
  );
}

const NOTHING: MeansJudgement = {
  ...{ propertyWithinRule: false, singleParent: false, supporterIs60: false },
  ...{ severelyIll: false, severelyDisabled: false, noSupporter: false },
};

function Judge({ data }: { data: HouseholdMeans }) {
  const [open, setOpen] = useState(false);
  const role = useRole();
  const write = useWrite(judgeMeans);
  const may = role === 'street' || role === 'district';
  const judged = data.judgement
    ? `${data.judgedBy}认定：${data.judgement.propertyWithinRule ? '财产符合规定' : '财产不符合规定'}。${data.judgedNote}`
    : '财产是否符合低保的规定由街道认定；没有认定，算不出结果。';
  return (
    <NextStep title={data.judgement ? '家庭情况已认定' : '认定家庭情况'} note={judged}>
      <Button look={data.judgement ? 'ok' : 'go'} because={may ? null : '由街道、区认定'} onClick={() => setOpen(true)}>
        {data.judgement ? '重新认定' : '认定'}
      </Button>
      <Dialog title="认定家庭情况" open={open} close={() => setOpen(false)}>
        <Form
          initial={{ ...NOTHING, ...data.judgement, note: '' }}
          label="认定"
          look="ok"
          done={() => setOpen(false)}
          submit={(body: MeansJudgement & { note: string }) =>
            write.mutateAsync({ params: { elderId: data.elderId }, body })
          }
        >
          <Tick name="propertyWithinRule" label="家庭财产符合低保的财产规定" />
          <Tick name="severelyIll" label="老人重病" />
          <Tick name="severelyDisabled" label="老人重度残疾" />
          <Tick name="singleParent" label="单亲家庭" />
          <Tick name="supporterIs60" label="扶养人已满60周岁" />
          <Tick name="noSupporter" label="没有法定义务人，或其没有能力" />
          <TextArea name="note" label="依据" rows={2} />
        </Form>
      </Dialog>
    </NextStep>
  );
}

const STATE_WORDS = { yes: '符合', no: '不符合', incomplete: '还缺情况', undetermined: '符合，金额未定' } as const;

function Outcomes({ data }: { data: HouseholdMeans }) {
  return (
    <section aria-label="按它算">
      <SectionHead
        title="按现在记的算"
        note={`每月收入${fenToYuanText(data.incomeFen)}元，必要支出${fenToYuanText(data.spendingFen)}元`}
      />
      {data.unverified > 0 && (
        <Note tone="warn" title={`有${data.unverified}项还没有核对`}>
          下面的结果按申报和估计算，核对以后可能不同；不作为决定。
        </Note>
      )}
      <ul className="stack">
        {data.outcomes.map(one => (
          <li key={one.scheme}>
            <b>{one.name}</b> <Chip tone={one.state === 'yes' ? 'pine' : 'plain'}>{STATE_WORDS[one.state]}</Chip>
            {one.state === 'yes' && one.amountFen > 0 && ` ${fenToYuanText(one.amountFen)}元`}
            <ul data-rule className="sm soft">
              {one.state === 'yes' &&
                one.lines.map(line => (
                  <li key={line.code}>
                    {line.sentence}（{line.documentNumber}
                    {line.confidence === 'found' ? '' : `，${CONFIDENCE_LABELS[line.confidence]}`}）
                  </li>
                ))}
              {one.refusals.map(each => (
                <li key={each.sentence}>
                  {each.sentence}（{each.documentNumber}）
                </li>
              ))}
              {one.missing.length > 0 && <li>还要记：{one.missing.join('、')}</li>}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
