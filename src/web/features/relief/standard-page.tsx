import { useState } from 'react';
import { CONFIDENCE_LABELS } from '#contracts/confidence.ts';
import { tryStandard } from '#contracts/relief-rechecks.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { DateInput, NumberInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { countWords, dateWords } from '../../ui/words.ts';

type Trial = { consumptionFen: number; sharePercent: number; fromOn: string };

/** What a new 低保 standard by 消费支出比例法 would mean; nothing is changed. */
export default function StandardPage() {
  const today = useBusinessDate();
  const [trial, setTrial] = useState<Trial | null>(null);
  const next = `${today.slice(0, 4)}-07-01`;
  return (
    <>
      <PageHeader title="低保标准测算" facts={['消费支出比例法', '只测算，不改标准']} />
      <Form
        initial={{ fromOn: next > today ? next : today }}
        label="测算"
        submit={async ({ yuan, sharePercent, fromOn }: { yuan: number; sharePercent: number; fromOn: string }) =>
          setTrial({ consumptionFen: Math.round(Number(yuan) * 100), sharePercent: Number(sharePercent), fromOn })
        }
      >
        <NumberInput name="yuan" label="上年度全市居民人均消费支出（全年）" unit="元" />
        <NumberInput name="sharePercent" label="比例" unit="%" />
        <DateInput name="fromOn" label="从哪天起" />
      </Form>
      {trial && <Result trial={trial} />}
    </>
  );
}

const MONTHS = [
  { key: 'month', title: '月份' },
  { key: 'fen', title: '低保标准（元）', number: true },
  { key: 'which', title: '按哪个' },
];

function Result({ trial }: { trial: Trial }) {
  const today = useBusinessDate();
  const answer = useQueryOf(tryStandard, { query: trial });
  return (
    <Loaded of={answer}>
      {data => (
        <section aria-label="测算结果">
          <SectionHead title="测算结果" note={`${dateWords(data.fromOn, today)}起`} />
          {data.refusals.map(each => (
            <p key={each.sentence}>{each.sentence}</p>
          ))}
          {data.computedFen > 0 && (
            <p>
              新标准每人每月<b>{fenToYuanText(data.computedFen)}</b>元，现行{fenToYuanText(data.nowFen ?? 0)}
              元；本辖区现有低保老年人{countWords(data.people)}人，每月最多多{fenToYuanText(data.mostMoreFen)}元。
            </p>
          )}
          <Table caption="前后几个月的标准" columns={MONTHS}>
            {data.months.map(each => (
              <tr key={each.month}>
                <td>{each.month}</td>
                <td className="num">{each.standardFen === null ? '没有查到' : fenToYuanText(each.standardFen)}</td>
                <td>{each.isNew ? '新标准' : '现行标准'}</td>
              </tr>
            ))}
          </Table>
          <SectionHead title="和其他标准放在一起看" />
          <ul data-rule>
            {data.lines.map(line => (
              <li key={line.code}>
                {line.sentence}：{line.amountFen === null ? '没有查到' : `${fenToYuanText(line.amountFen)}元`}
                {line.confidence === 'found' ? '' : `（${CONFIDENCE_LABELS[line.confidence]}）`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Loaded>
  );
}
