import { useEffect, useRef, useState } from 'react';
import { ABILITY_LEVEL_LABELS, ABILITY_LEVELS } from '#contracts/assessments/scales.ts';
import { askBenefits, listOtherBenefits } from '#contracts/benefits/endpoints.ts';
import { DISABILITY_KINDS, ECONOMIC_CLASSES } from '#contracts/benefits/schemes.ts';
import { LIVINGS, type Living } from '#contracts/elders.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { TextLink } from '../../ui/button.tsx';
import { CheckGroup, RadioGroup, Tick } from '../../ui/choices.tsx';
import { DateInput, Select } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { CheckedNote, OutcomeView, outcomeWords } from './outcome-view.tsx';
import { SchemeLine } from './scheme-lines.tsx';

type Answer = OutputOf<typeof askBenefits>;
type Values = {
  bornOn?: string;
  hukou?: string;
  economicClass?: (typeof ECONOMIC_CLASSES)[number];
  familyPlanningSpecial?: boolean;
  level?: string;
  abilityAssessedOn?: string;
  kind?: (typeof DISABILITY_KINDS)[number];
  grade?: string;
  living?: Living;
  otherBenefits?: string[];
};

const CLASS_WORDS = { none: '一般家庭', 低保: '低保家庭', 低收入: '低收入家庭', 特困: '特困供养人员' } as const;

function bodyOf(values: Values) {
  const { kind, grade, level, economicClass, abilityAssessedOn, familyPlanningSpecial } = values;
  return {
    bornOn: values.bornOn ?? '',
    hukouInBeijing: values.hukou === 'yes',
    familyPlanningSpecial: familyPlanningSpecial === true,
    otherBenefits: values.otherBenefits ?? [],
    ...(economicClass && { economicClass }),
    ...(level && { abilityLevel: ABILITY_LEVELS.find(each => String(each) === level) ?? null }),
    ...(abilityAssessedOn && { abilityAssessedOn }),
    ...(values.living && { living: values.living }),
    ...(kind && grade && { disabilities: [{ kind, grade: Number(grade) as 1 | 2 | 3 | 4 }] }),
  };
}

/** Services and allowances beside the three that the facts speak for; what is refused is left to the overview. */
function OtherOutcomes({ others }: { others: Answer['others'] }) {
  const open = others.filter(each => each.state === 'yes' || each.state === 'undetermined');
  return (
    <div data-rule>
      <SectionHead title={`还有${open.length}项可以享受`}>
        <TextLink small to="/benefits/schemes">
          待遇一览
        </TextLink>
      </SectionHead>
      <ul>
        {open.map(outcome => (
          <li key={outcome.scheme} className="scheme">
            <b>{outcome.nameZh}</b>
            <span className="fen words">{outcomeWords(outcome)}</span>
            <div>
              <OutcomeView outcome={outcome} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Facts without a name; what there is, why, and what would change a no. Nothing of it is kept. */
export default function AskPage() {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const result = useRef<HTMLDivElement>(null);
  // the button is far below on a long form: the answer comes to the reader, not the other way round
  useEffect(() => {
    if (answer) result.current?.focus();
  }, [answer]);
  const codes = useQueryOf(listOtherBenefits, {});
  const write = useWrite(askBenefits);
  const submit = async (values: Values) => setAnswer(await write.mutateAsync({ body: bodyOf(values) }));
  return (
    <div className="pub-in">
      <PageHeader title="不留姓名查待遇" sentence="填几项情况，看看每月能领多少、凭哪一条。不用登录，填的内容不保存。">
        <TextLink small to="/benefits/schemes">
          待遇一览
        </TextLink>
      </PageHeader>
      <div className="ask">
        <Form initial={{ hukou: 'yes', economicClass: 'none', otherBenefits: [] }} label="查一查" submit={submit}>
          <DateInput name="bornOn" label="老人的出生日期" min="1900-01-01" />
          <RadioGroup
            name="hukou"
            label="是不是北京户口"
            options={[
              { value: 'yes', label: '是' },
              { value: 'no', label: '不是' },
            ]}
          />
          <RadioGroup
            name="economicClass"
            label="家庭情况"
            options={ECONOMIC_CLASSES.map(value => ({ value, label: CLASS_WORDS[value] }))}
          />
          <Tick name="familyPlanningSpecial" label="是计划生育特殊家庭" />
          <Select
            name="level"
            label="做过能力评估的，是哪一级"
            optional
            blank="没有评估过"
            options={ABILITY_LEVELS.map(value => ({
              value: String(value),
              label: `${value}级，${ABILITY_LEVEL_LABELS[value]}`,
            }))}
          />
          <DateInput name="abilityAssessedOn" label="哪天评估的" optional />
          <Select
            name="kind"
            label="有残疾证的，是哪一类"
            optional
            blank="没有残疾证"
            options={DISABILITY_KINDS.map(value => ({ value, label: value }))}
          />
          <Select
            name="grade"
            label="残疾等级"
            optional
            blank="没有残疾证"
            options={['一', '二', '三', '四'].map((word, index) => ({ value: String(index + 1), label: `${word}级` }))}
          />
          <Select
            name="living"
            label="怎样居住"
            optional
            blank="没有填"
            options={LIVINGS.map(value => ({ value, label: value }))}
          />
          {codes.data && (
            <CheckGroup
              name="otherBenefits"
              label="已经在领的其他待遇"
              optional
              options={codes.data.rows.map(row => ({ value: row.code, label: row.label }))}
            />
          )}
        </Form>
        <div className="ask-answer" ref={result} tabIndex={-1}>
          {answer ? (
            <>
              <SectionHead
                title={`每月${fenToYuanText(answer.totalFen)}元`}
                note={`按${monthWords(answer.month)}提出申请计算`}
              />
              <ul>
                {answer.schemes.map(each => (
                  <SchemeLine key={each.scheme} result={each} />
                ))}
              </ul>
              <OtherOutcomes others={answer.others} />
              <CheckedNote checked={answer.checked} />
              <p className="sm soft">
                这是按您填的情况算的，以街道审核为准。申请请到户籍所在街道（乡镇）便民服务窗口，或打12345问。
              </p>
            </>
          ) : (
            <EmptyState icon="money" title="结果会显示在这里">
              困难老年人养老服务补贴、失能老年人护理补贴、高龄老年人津贴，一次查清。
            </EmptyState>
          )}
        </div>
      </div>
    </div>
  );
}
