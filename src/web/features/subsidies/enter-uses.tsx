import { useState } from 'react';
import { enterPlaceUses, type UsePlace } from '#contracts/subsidies.ts';
import { USE_KIND_LABELS, type UseKind } from '#contracts/subsidy-lifecycle.ts';
import { useWrite } from '../../api.ts';
import { Select, TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Note } from '../../ui/states.tsx';
import { countWords } from '../../ui/words.ts';
import { PASTE_COLUMNS, type Problem, rowsOfText, sortRows } from './paste-rows.ts';

type Given = { place?: string; text?: string };
type Said = { entered: number; problems: Problem[] };

/** One row or a day's list: pasted from a spreadsheet, found by number and name, every bad row said. */
export function EnterUses({ kind, places }: { kind: UseKind; places: readonly UsePlace[] }) {
  const [said, say] = useState<Said | null>(null);
  const write = useWrite(enterPlaceUses);
  const own = places.filter(place => place.kinds.includes(kind));
  const [only] = own;
  if (!only)
    return (
      <Note title={`没有可以登记${USE_KIND_LABELS[kind]}的地方`}>
        请先在设施台账里登记{kind === 'agreement' ? '驿站' : kind === 'stay' ? '养老机构' : '助餐点'}开业。
      </Note>
    );
  const columns = PASTE_COLUMNS[kind];
  return (
    <div className="stack">
      <Form
        key={kind}
        initial={{ place: own.length === 1 ? only.id : '', text: '' }}
        label="登记"
        look="ok"
        submit={async ({ place = '', text = '' }: Given) => {
          const { good, problems } = sortRows(rowsOfText(kind, text));
          if (good.length === 0 && problems.length > 0) return say({ entered: 0, problems });
          const body = { facilityId: place, kind, rows: good.map(each => each.use) };
          const answer = await write.mutateAsync({ body });
          const theirs = answer.problems.map(({ row, because }) => ({ row: good[row - 1]?.row ?? row, because }));
          say({ entered: answer.entered, problems: [...problems, ...theirs].sort((a, b) => a.row - b.row) });
        }}
      >
        <Select
          name="place"
          label="哪一处"
          options={own.map(place => ({ value: place.id, label: `${place.name}（${place.areaName}）` }))}
        />
        <TextArea
          name="text"
          label="名单，一行一人"
          rows={6}
          hint={`从表格里复制粘贴，各列依次是：${columns.join('、')}；一次最多 500 行`}
        />
      </Form>
      {said && (
        <Note
          tone={said.problems.length > 0 ? 'warn' : 'ok'}
          title={`记下${countWords(said.entered)}行${said.problems.length > 0 ? `，${countWords(said.problems.length)}行有问题没有记` : ''}`}
        >
          {said.problems.length > 0 && (
            <ul>
              {said.problems.map(each => (
                <li key={each.row}>
                  第{each.row}行：{each.because}
                </li>
              ))}
            </ul>
          )}
        </Note>
      )}
    </div>
  );
}
