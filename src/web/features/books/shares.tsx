import { SPENT_TYPE_LABELS } from '#contracts/benefits/pays.ts';
import { readShares } from '#contracts/books.ts';
import { PAID_SCHEME_LABELS } from '#contracts/payments/payables.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf } from '../../api.ts';
import { SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';

const COLUMNS = [
  { key: 'year', title: '年' },
  { key: 'type', title: '补给谁' },
  { key: 'fen', title: '金额（元）', number: true },
  { key: 'share', title: '占', number: true },
  { key: 'schemes', title: '其中' },
];

/** 补床头、补人头: whom the money is for, year by year, from the payment lines. */
export function Shares() {
  const answer = useQueryOf(readShares, {});
  return (
    <section>
      <SectionHead
        title="补床头还是补人头"
        note="授权发放、没有退回的，减去立追缴的；一项钱按人算还是按床位算，见待遇一览"
      />
      <Loaded of={answer}>
        {({ years }) =>
          years.length === 0 ? (
            <p className="sm soft">还没有发放。</p>
          ) : (
            <Table caption="每年补给谁" columns={COLUMNS}>
              {years.flatMap(({ year, types }) =>
                types.map(each => (
                  <tr key={`${year} ${each.type}`}>
                    <td>{year}年</td>
                    <td>{SPENT_TYPE_LABELS[each.type]}</td>
                    <td className="num">{fenToYuanText(each.fen)}</td>
                    <td className="num">{each.perMille === null ? '' : `${each.perMille / 10}%`}</td>
                    <td>
                      {each.schemes
                        .filter(one => one.fen !== 0)
                        .map(one => `${PAID_SCHEME_LABELS[one.scheme]}${fenToYuanText(one.fen)}`)
                        .join('，')}
                    </td>
                  </tr>
                )),
              )}
            </Table>
          )
        }
      </Loaded>
    </section>
  );
}
