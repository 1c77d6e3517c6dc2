import { useState } from 'react';
import { ARRIVAL_LABELS, ARRIVALS, type ElderImport, listWrongRows, loadImport } from '#contracts/elders/imports.ts';
import { usePagesOf, useWrite } from '../../api.ts';
import { useRole } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { countWords } from '../../ui/words.ts';
import { ErrorBookButton } from './error-book-button.tsx';
import { LookAlikes } from './look-alikes.tsx';

/** What loading would do, in counts and reasons, before anything is written. */
export function ImportPreview({ row }: { row: ElderImport }) {
  const { counts } = row;
  if (!counts) return null;
  const lines = [
    { key: 'new', label: '新登记', rows: counts.new, note: '身份证号全市没有登记过' },
    {
      key: 'change',
      label: '更改',
      rows: counts.change,
      note:
        row.changedFields.map(one => `${one.field}${countWords(one.rows)}人`).join('，') ||
        '按身份证号对上，有几项和档案不同',
    },
    { key: 'same', label: '没有变化', rows: counts.same, note: '和档案一样，不写' },
    {
      key: 'look',
      label: '像是已有的人',
      rows: counts.lookAlike,
      note: '姓名、出生日期、住处相近，身份证号不同，请判断',
    },
    { key: 'wrong', label: '要改', rows: counts.wrong, note: '不导入；下载后改好可以再传' },
  ];
  return (
    <>
      <section>
        <SectionHead title={`检查了${countWords(counts.rows)}行`} note="还没有写入" />
        <div className="tbl-wrap">
          <table className="tbl import-counts">
            <tbody>
              {lines.map(line => (
                <tr key={line.key}>
                  <th scope="row">{line.label}</th>
                  <td className="num">
                    <b>{countWords(line.rows)}</b>
                  </td>
                  <td className="sm soft">{line.note}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <Load row={row} />
      </section>
      {counts.lookAlike > 0 && <LookAlikes row={row} />}
      {counts.wrong > 0 && <Wrong row={row} />}
    </>
  );
}

function Load({ row }: { row: ElderImport }) {
  const role = useRole();
  const write = useWrite(loadImport);
  const [arriveAs, setArriveAs] = useState<ElderImport['arriveAs']>('registered');
  const writes = (row.counts?.new ?? 0) + (row.counts?.change ?? 0);
  const left = row.undecided > 0 ? `还有${countWords(row.undecided)}行没有判断是不是同一人，这些行不导入。` : '';
  const nothing = writes === 0 && (row.counts?.lookAlike ?? 0) === 0 ? '没有要写入的行' : null;
  return (
    <div className="import-load">
      <fieldset>
        <legend className="sm">新登记的人</legend>
        {ARRIVALS.map(value => (
          <label key={value} className="tick">
            <input
              type="radio"
              name="arrive"
              checked={arriveAs === value}
              disabled={value === 'active' && role === 'community'}
              onChange={() => setArriveAs(value)}
            />
            {ARRIVAL_LABELS[value]}
          </label>
        ))}
      </fieldset>
      <div className="row-flex">
        <Button
          look="go"
          busy={write.isPending}
          because={nothing}
          onClick={() => write.mutate({ params: { id: row.id }, body: { arriveAs } })}
        >
          {`导入：新增${countWords(row.counts?.new ?? 0)}人，更改${countWords(row.counts?.change ?? 0)}人`}
        </Button>
        <span className="sm soft">{left}在后台进行，可以离开本页；要么全部写入，要么一行都不写。</span>
      </div>
      {write.error && <ErrorState error={write.error} />}
    </div>
  );
}

function Wrong({ row }: { row: ElderImport }) {
  const answer = usePagesOf(listWrongRows, { params: { id: row.id } });
  return (
    <section>
      <SectionHead
        title="要改的行"
        note={row.faults
          .slice(0, 3)
          .map(f => `${f.field}${countWords(f.rows)}行`)
          .join('，')}
      >
        <ErrorBookButton row={row} />
      </SectionHead>
      <DataList
        name="import-wrong"
        unit="行"
        columns={[
          { key: 'row', title: '行号', cell: one => `第${one.row}行`, width: 100 },
          {
            key: 'faults',
            title: '要改什么',
            cell: one => (
              <ul className="import-faults">
                {one.faults.map(fault => (
                  <li key={fault.field + fault.say}>
                    <b>{fault.field}</b> {fault.say}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
        answer={answer}
        rowKey={one => String(one.row)}
        empty={<p className="sm soft">没有要改的行。</p>}
      />
    </section>
  );
}
