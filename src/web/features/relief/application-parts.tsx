import { addReliefService, askReliefCheck, type ReliefApplication } from '#contracts/relief.ts';
import { CHECK_REGIONS, CHECK_STATUS_LABELS } from '#contracts/relief-lifecycle.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Tick } from '../../ui/choices.tsx';
import { DateInput, Select, TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';

/** 物质+服务: what was given and what was done, by whom. */
export function Measures({ row }: { row: ReliefApplication }) {
  const today = useBusinessDate();
  const write = useWrite(addReliefService);
  return (
    <section>
      <SectionHead title="钱和服务" />
      {row.measures.length === 0 && <p className="soft">批准以后，钱和社工服务记在这里。</p>}
      <ul>
        {row.measures.map(each => (
          <li key={each.id}>
            {each.kind === 'money' ? '钱' : '服务'}：{each.what}
            {each.amountFen !== null && !each.what.includes('元') && `，${fenToYuanText(each.amountFen)}元`}，
            {each.provider}，{dateWords(each.on, today)}
          </li>
        ))}
      </ul>
      {row.status === 'approved' && (
        <details>
          <summary className="link">记一次社工服务</summary>
          <Form
            initial={{ what: '', provider: '', on: today }}
            label="记下服务"
            look="ok"
            submit={(body: { what: string; provider: string; on: string }) =>
              write.mutateAsync({ params: { id: row.id }, body })
            }
          >
            <TextArea name="what" label="做了什么" rows={2} />
            <TextInput name="provider" label="社工和所在机构" />
            <DateInput name="on" label="哪天" max={today} />
          </Form>
        </details>
      )}
    </section>
  );
}

/** Answers of other regions with who says so and when. */
export function Checks({ id, checks, open }: Pick<ReliefApplication, 'id' | 'checks'> & { open: boolean }) {
  const today = useBusinessDate();
  const write = useWrite(askReliefCheck);
  return (
    <section>
      <SectionHead title="跨地区核对" note="外地有没有收入、财产" />
      <ul>
        {checks.map(each => (
          <li key={each.id}>
            {each.regionName}，{CHECK_STATUS_LABELS[each.status]}（{each.number}，{each.askedBy}，
            {instantWords(each.askedAt, today)}）
            {each.status === 'answered' && (
              <span className="row-note">
                {each.origin}，{dateWords(each.answeredOn ?? '', today)}：
                {each.items.map(item => `${item.what}${item.value}`).join('；') || '没有查到收入和财产'}
              </span>
            )}
            {each.because && <span className="row-note">{each.because}</span>}
          </li>
        ))}
      </ul>
      {open && (
        <details>
          <summary className="link">请外地核对</summary>
          <Form
            initial={{ region: '130000000000', authorised: false }}
            label="发出核对"
            look="ok"
            submit={(body: { region: keyof typeof CHECK_REGIONS; authorised: true }) =>
              write.mutateAsync({ params: { id }, body })
            }
          >
            <Select
              name="region"
              label="地区"
              options={Object.entries(CHECK_REGIONS).map(([value, label]) => ({ value, label }))}
            />
            <Tick name="authorised" label="有本人签的核对授权书" />
          </Form>
        </details>
      )}
    </section>
  );
}
