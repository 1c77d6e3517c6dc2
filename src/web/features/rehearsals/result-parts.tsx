import { Link } from 'react-router';
import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import type { Assumption, Cliff, Rehearsal, RehearsalResult } from '#contracts/rehearsals/result.ts';
import { fenToYuanText } from '#shared/money.ts';
import { fill } from '../../paths.ts';
import { Chip } from '../../ui/marks.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { countWords } from '../../ui/words.ts';
import { signedYuan } from './rehearsal-words.ts';

/** What the draft changes, before and after, with where the present value is written. */
export function ChangeTable({ rehearsal }: { rehearsal: Rehearsal }) {
  return (
    <section data-rule>
      <SectionHead title="改了什么" />
      {rehearsal.changeLines.length === 0 ? (
        <p className="sm soft">
          {rehearsal.kind === 'beds' ? '各档金额用样例里的数。' : '一项都没有改，和现行规定相同。'}
        </p>
      ) : (
        <Table
          caption="改了什么"
          columns={[
            { key: 'label', title: '规定' },
            { key: 'before', title: '现行' },
            { key: 'after', title: '草案' },
            { key: 'source', title: '现行的文号和条款' },
          ]}
        >
          {rehearsal.changeLines.map(line => (
            <tr key={line.field}>
              <td>
                {line.label}
                <span className="row-note">{line.group}</span>
              </td>
              <td>{line.before}</td>
              <td>
                <b>{line.after}</b>
              </td>
              <td>
                {line.documentNumber} {line.clause}
                {!isSure(line.confidence) && (
                  <>
                    {' '}
                    <Chip tone="doubt">{CONFIDENCE_LABELS[line.confidence]}</Chip>
                  </>
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

const CHANGE_WORDS = { new: '新出现', deeper: '加深', milder: '减轻', gone: '消除', same: '现行就有' } as const;
const CHANGE_TONES = { new: 'over', deeper: 'over', milder: 'pine', gone: 'pine', same: 'plain' } as const;
/** Those that the law has today are many and no work of the draft: the largest are enough. */
const SAME_SHOWN = 5;

export function Cliffs({ id, cliffs }: { id: string; cliffs: readonly Cliff[] }) {
  if (cliffs.length === 0) return null;
  const moved = cliffs.filter(cliff => cliff.change !== 'same');
  const same = cliffs.filter(cliff => cliff.change === 'same').slice(0, SAME_SHOWN);
  return (
    <section>
      <SectionHead title="往前一步反而少拿钱的地方" note="每人试走一步：长一岁、换一档收入、差一级、多一元" />
      <Table
        caption="往前一步反而少拿钱的地方"
        columns={[
          { key: 'what', title: '走一步会怎样' },
          { key: 'change', title: '与现行比' },
          { key: 'people', title: '站在边上的人', number: true },
        ]}
      >
        {[...moved, ...same].map(cliff => (
          <tr key={cliff.key}>
            <td data-rule>{cliff.sentence}</td>
            <td>
              <Chip tone={CHANGE_TONES[cliff.change]}>{CHANGE_WORDS[cliff.change]}</Chip>
            </td>
            <td className="num">
              {cliff.opens ? (
                <Link
                  className="opens"
                  to={`${fill('/desk/rehearsals/:id/people', { id })}?cliff=${encodeURIComponent(cliff.key)}`}
                >
                  {countWords(cliff.people)}
                  <span className="visually-hidden">人：{cliff.sentence}</span>
                </Link>
              ) : (
                countWords(cliff.people)
              )}
            </td>
          </tr>
        ))}
      </Table>
      <p className="xs mute" data-rule>
        登记里没有每家的收入，只有低保、低收入的类别：站在收入边上的人按整个类别数，是最多的数。现行就有的只列人次最多的
        {SAME_SHOWN}处，不列人。
      </p>
    </section>
  );
}

export function Payers({ result }: { result: RehearsalResult }) {
  if (result.payers.length === 0) return null;
  return (
    <section>
      <SectionHead title="谁出钱" note="户籍所在的区负担，市级按人·月定额转移支付" />
      <Table
        caption="谁出钱"
        columns={[
          { key: 'payer', title: '户籍区' },
          { key: 'old', title: '现行（元）', number: true },
          { key: 'new', title: '草案（元）', number: true },
          { key: 'more', title: '多花（元）', number: true },
          { key: 'city', title: '其中市级多（元）', number: true },
        ]}
        tall
      >
        {result.payers.map(payer => (
          <tr key={payer.areaCode}>
            <td>{payer.areaName}</td>
            <td className="num">{fenToYuanText(payer.oldFen)}</td>
            <td className="num">{fenToYuanText(payer.newFen)}</td>
            <td className="num">{signedYuan(payer.newFen - payer.oldFen)}</td>
            <td className="num">{signedYuan(payer.cityNewFen - payer.cityOldFen)}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

export function Assumptions({ list }: { list: readonly Assumption[] }) {
  if (list.length === 0) return null;
  return (
    <section data-rule>
      <SectionHead title="算的时候假定了什么" />
      <Table
        caption="算的时候假定了什么"
        columns={[
          { key: 'label', title: '假定' },
          { key: 'value', title: '取值' },
          { key: 'confidence', title: '可信度' },
        ]}
      >
        {list.map(each => (
          <tr key={each.label}>
            <td>{each.label}</td>
            <td>{each.value}</td>
            <td>
              {isSure(each.confidence) ? (
                CONFIDENCE_LABELS[each.confidence]
              ) : (
                <Chip tone="doubt">{CONFIDENCE_LABELS[each.confidence]}</Chip>
              )}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
