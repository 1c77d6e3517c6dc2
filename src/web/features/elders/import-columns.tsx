import { useState } from 'react';
import { CORRECTION_SOURCE_LABELS, FEED_SOURCES } from '#contracts/elders/correction-lifecycle.ts';
import {
  checkImport,
  type ElderImport,
  IMPORT_FIELD_LABELS,
  IMPORT_FIELDS,
  type ImportField,
  NEEDED_FIELDS,
  sampleImport,
} from '#contracts/elders/imports.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { ErrorState } from '../../ui/states.tsx';

type Mapping = (ImportField | null)[];

function faultOf(mapping: Mapping): string | null {
  const chosen = mapping.filter(field => field !== null);
  const twice = chosen.find((field, i) => chosen.indexOf(field) !== i);
  if (twice) return `“${IMPORT_FIELD_LABELS[twice]}”选了两列，请只留一列`;
  const lacking = NEEDED_FIELDS.filter(field => !chosen.includes(field));
  if (lacking.length > 0) return `还没有选哪一列是${lacking.map(field => IMPORT_FIELD_LABELS[field]).join('、')}`;
  return null;
}

/** What each column of the table is: as recognised, to be changed; kept for the next table of the same sender. */
export function ImportColumns({ row, again }: { row: ElderImport; again?: boolean }) {
  const [mapping, setMapping] = useState<Mapping>([...row.mapping]);
  const [sender, setSender] = useState(row.sender);
  const write = useWrite(checkImport);
  const sample = useQueryOf(sampleImport, { params: { id: row.id } });
  const choose = (column: number, field: string) =>
    setMapping(mapping.map((old, i) => (i === column ? ((field || null) as ImportField | null) : old)));
  const start = () => write.mutate({ params: { id: row.id }, body: { mapping, sender: sender.trim() || row.sender } });
  const columns = row.headings.map((heading, i) => ({ heading, i }));
  const read = mapping.filter(field => field !== null).length;
  return (
    <section className="import-columns">
      <SectionHead
        title="每一列是什么"
        note={`认出${read}列，共${row.headings.length}列；表头在第${row.headingRow}行`}
      />
      <div className="import-from">
        <label className="fld">
          <span>这份表来自</span>
          <input
            className="in"
            list="import-senders"
            value={sender}
            maxLength={60}
            onChange={event => setSender(event.target.value)}
          />
          <datalist id="import-senders">
            {FEED_SOURCES.map(source => (
              <option key={source} value={CORRECTION_SOURCE_LABELS[source]} />
            ))}
          </datalist>
        </label>
        {row.sheets.length > 1 && <SheetChoice row={row} />}
      </div>
      <p className="sm soft">
        同一来源下次再传，会照这次选的列来认。来源是区里定为可信的部门时，它送的更正不再另找人核对。没有选的列不导入。
      </p>
      <div className="tbl-wrap">
        <table className="tbl folds">
          <thead>
            <tr>
              <th scope="col">表里的列</th>
              <th scope="col">是什么</th>
              <th scope="col">前几行</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ heading, i }) => (
              <tr key={i}>
                <td data-title="表里的列">{heading}</td>
                <td data-title="是什么">
                  <select
                    className="in dense"
                    aria-label={`“${heading}”是什么`}
                    value={mapping[i] ?? ''}
                    onChange={event => choose(i, event.target.value)}
                  >
                    <option value="">不导入</option>
                    {IMPORT_FIELDS.map(field => (
                      <option key={field} value={field}>
                        {IMPORT_FIELD_LABELS[field]}
                      </option>
                    ))}
                  </select>
                </td>
                <td data-title="前几行" className="sm soft">
                  {sample.data?.rows
                    .map(cells => cells[i])
                    .filter(Boolean)
                    .slice(0, 3)
                    .join('，')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="row-flex">
        <Button look={again ? 'ok' : 'go'} busy={write.isPending} because={faultOf(mapping)} onClick={start}>
          {again ? '重新检查' : '检查每一行'}
        </Button>
        <span className="sm soft">只检查，不写入。</span>
      </div>
      {write.error && <ErrorState error={write.error} kept="选好的列还在本页" />}
    </section>
  );
}

function SheetChoice({ row }: { row: ElderImport }) {
  const write = useWrite(checkImport);
  const choose = (sheet: number) => write.mutate({ params: { id: row.id }, body: { mapping: row.mapping, sheet } });
  return (
    <label className="fld">
      <span>读哪一张表</span>
      <select className="in" value={row.sheet} onChange={event => choose(Number(event.target.value))}>
        {row.sheets.map((sheet, i) => (
          <option key={sheet.name} value={i}>
            {sheet.name}
            {sheet.hidden ? '（隐藏）' : ''}
          </option>
        ))}
      </select>
      {write.error && <ErrorState error={write.error} />}
    </label>
  );
}
