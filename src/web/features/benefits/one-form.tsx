import { useState } from 'react';
import { applyForBenefit } from '#contracts/benefits/endpoints.ts';
import type { AskedField, FormAnswers, KnownField, OneForm } from '#contracts/benefits/one-form.ts';
import { useWrite } from '../../api.ts';
import { TextButton, TextLink } from '../../ui/button.tsx';
import { CheckGroup, Tick } from '../../ui/choices.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Note } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';

type Props = {
  form: OneForm;
  large?: boolean;
  /** Where a wrong field is corrected. */
  correctAt: string;
  done: (applicationId: string) => void;
};

/** 一表通: what is known stands above with its source; only the rest is asked. */
export function OneFormView({ form, large = false, correctAt, done }: Props) {
  const write = useWrite(applyForBenefit);
  const [disputed, setDisputed] = useState<readonly string[]>([]);
  const [made, setMade] = useState('');
  const toggle = (field: string) =>
    setDisputed(now => (now.includes(field) ? now.filter(each => each !== field) : [...now, field]));
  if (form.disabledBecause) return <Note title="不用再申请">{form.disabledBecause}。</Note>;
  return (
    <>
      <section>
        <SectionHead title={`已经知道的${form.known.length}项`} note="不用再填；有不对的点一下" />
        <ul className="known-fields">
          {form.known.map(each => (
            <Known
              key={each.field}
              field={each}
              wrong={disputed.includes(each.field)}
              toggle={() => toggle(each.field)}
            />
          ))}
        </ul>
        {disputed.length > 0 && (
          <Note tone="warn" title="标了不对的会告诉审核的人">
            要改档案，请<TextLink to={correctAt}>提出更正</TextLink>，核对后才会改。
          </Note>
        )}
      </section>
      <section>
        <SectionHead title={`还要您填的${form.asked.length}项`} />
        <Form
          initial={{ answers: { otherBenefits: [], confirmed: false } }}
          label="提交申请"
          look={large ? 'ok' : 'go'}
          large={large}
          submit={async ({ answers: values }: { answers: { otherBenefits: string[]; confirmed: boolean } }) => {
            const asks = form.asked.some(each => each.key === 'otherBenefits');
            const answers = {
              ...(asks && { otherBenefits: values.otherBenefits }),
              disputed: [...disputed],
              confirmed: values.confirmed,
            } as FormAnswers;
            const { elderId, scheme } = form;
            setMade((await write.mutateAsync({ body: { elderId, scheme, answers } })).id);
          }}
          done={() => done(made)}
        >
          {form.asked.map(each => (
            <Asked key={each.key} field={each} />
          ))}
        </Form>
        {form.later.map(text => (
          <p key={text} className={large ? 'elder-note' : 'sm soft'}>
            {text}。
          </p>
        ))}
      </section>
    </>
  );
}

function Known({ field, wrong, toggle }: { field: KnownField; wrong: boolean; toggle: () => void }) {
  return (
    <li>
      <b>
        {field.label}：{field.value}
      </b>{' '}
      {wrong && <Chip tone="doubt">您说不对</Chip>}
      <span className="row-note">
        {field.source}
        {field.asOf && `，${dateWords(field.asOf)}`}
      </span>
      <TextButton aria-pressed={wrong} aria-label={`${field.label}不对`} onClick={toggle}>
        {wrong ? '没有不对' : '不对'}
      </TextButton>
    </li>
  );
}

function Asked({ field }: { field: AskedField }) {
  if (field.kind === 'tick') return <Tick name={`answers.${field.key}`} label={field.label} />;
  return (
    <CheckGroup
      full
      name={`answers.${field.key}`}
      label={field.label}
      optional
      {...(field.hint && { hint: field.hint })}
      options={field.options}
    />
  );
}
