import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import type { Draft, DraftField } from '#contracts/rehearsals/draft.ts';
import { fenToYuanText } from '#shared/money.ts';
import { Tick } from '../../ui/choices.tsx';
import { NumberInput, Select, TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { draftOf, tierOf, valuesOf } from './draft-values.ts';
import { monthsFrom } from './rehearsal-words.ts';

type Props = {
  draft: Draft;
  fields: readonly DraftField[];
  today: string;
  label: string;
  /** Where the unsent draft is kept in this tab. */
  kept: string;
  submit: (draft: Draft) => Promise<unknown>;
  done?: () => void;
};

/** What a draft changes: every value of the law with its source, to be left or replaced. */
export function DraftForm({ draft, fields, today, label, kept, submit, done }: Props) {
  const groups = [...Map.groupBy(fields, field => field.group)];
  const isBeds = draft.kind === 'beds';
  return (
    <Form
      initial={valuesOf(draft, fields)}
      draft={kept}
      label={label}
      submit={(values: Record<string, unknown>) => submit(draftOf(values, fields, draft.kind))}
      {...(done && { done })}
    >
      <div className="form two">
        <TextInput name="name" label="草案的名字" hint="如：80至89岁高龄津贴提到120元" />
        <TextInput name="basis" label="依据" optional hint="文号、会议纪要，或“内部讨论稿”" />
        <TextArea name="purpose" label="为什么改" optional rows={2} full />
        <Select name="startsMonth" label="从哪个月起" options={monthsFrom(today, 37)} />
        <NumberInput
          name="months"
          label="看几个月"
          unit="个月"
          hint={isBeds ? '1到48个月；每12个月换一次比例' : '1到48个月；看得到人逐月变老'}
        />
        {!isBeds && (
          <Select
            name="reassessed"
            label="能力评估到期怎么算"
            options={[
              { value: 'yes', label: '假定都按时重新评估，等级不变' },
              { value: 'no', label: '到期就停发' },
            ]}
          />
        )}
      </div>
      {groups.map(([group, list]) => (
        <section key={group} className="draft-group" data-rule>
          <SectionHead
            title={group}
            note={isBeds ? '填的是样例的值，改哪项就动哪项' : '填的就是现行的值，改哪项就动哪项'}
          />
          <Fields list={list.filter(field => !isEffect(field))} />
          {group === '高龄老年人津贴' && <NewTiers at={draft.changes.addAgeTiers.length} />}
          {list.some(isEffect) && (
            <details>
              <summary>与其他待遇的衔接（{list.filter(isEffect).length}项）</summary>
              <Fields list={list.filter(isEffect)} />
            </details>
          )}
        </section>
      ))}
    </Form>
  );
}

const isEffect = (field: DraftField): boolean => field.id.endsWith('.effect');

const Fields = ({ list }: { list: readonly DraftField[] }) => (
  <div className="form two">
    {list.map(field => (
      <OneField key={field.id} field={field} />
    ))}
  </div>
);

function presentWords(field: DraftField): string {
  const { kind, value, unit } = field;
  if (kind === 'fen') return `${fenToYuanText(Number(value))}元`;
  if (kind === 'boolean') return value === true ? '是' : '否';
  if (kind === 'choice') return field.choices?.find(each => each.value === value)?.label ?? String(value);
  return `${value}${unitWords(unit)}`;
}

/** “6月” would read as June; what stands in brackets belongs to the source. */
const unitWords = (unit: string): string => (unit === '月' ? '个月' : unit.replace(/（.*$/, ''));

function OneField({ field }: { field: DraftField }) {
  const doubt = isSure(field.confidence) ? '' : `；${CONFIDENCE_LABELS[field.confidence]}`;
  const hint = `现行${presentWords(field)}，${field.documentNumber} ${field.clause}${doubt}`;
  const name = `changes.${field.id}`;
  const tier = tierOf(field);
  if (field.kind === 'boolean')
    return (
      <Select
        name={name}
        label={field.label}
        hint={hint}
        options={[
          { value: 'yes', label: '是' },
          { value: 'no', label: '否' },
        ]}
      />
    );
  if (field.kind === 'choice')
    return <Select name={name} label={field.label} hint={hint} options={field.choices ?? []} />;
  const input = <NumberInput name={name} label={field.label} unit={unitWords(field.unit)} hint={hint} />;
  if (!tier) return input;
  return (
    <div>
      {input}
      <Tick name={`drop.${tier}`} label={`取消“${field.label.replace(/：每人每月$/, '')}”这一档`} />
    </div>
  );
}

/** One more tier than there are, so that there is always an empty one to fill. */
function NewTiers({ at }: { at: number }) {
  return (
    <div className="form two">
      {Array.from({ length: at + 1 }, (_, index) => index).map(index => (
        <div key={index} className="row-flex">
          <NumberInput
            name={`changes.addAgeTiers.${index}.minAge`}
            label={`新增第${index + 1}档：从几岁起`}
            unit="周岁"
            optional
          />
          <NumberInput
            name={`changes.addAgeTiers.${index}.amountFen`}
            label={`新增第${index + 1}档：每人每月`}
            unit="元"
            optional
          />
        </div>
      ))}
    </div>
  );
}
