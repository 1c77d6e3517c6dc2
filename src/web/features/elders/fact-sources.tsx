import { useState } from 'react';
import { FACT_CONFIDENCE_LABELS, readFacts } from '#contracts/elders/facts.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { TextButton } from '../../ui/button.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';

const COLUMNS = [
  { key: 'field', title: '项目' },
  { key: 'value', title: '内容' },
  { key: 'source', title: '从哪来' },
  { key: 'as-of', title: '哪天的' },
  { key: 'sure', title: '把握' },
];

/** Of each field: where it came from, as of which day, by whom, how sure. Read when somebody asks. */
export function FactSources({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <TextButton aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? '收起各项的来源' : '看各项从哪来'}
      </TextButton>
      {open && <Sources id={id} />}
    </>
  );
}

function Sources({ id }: { id: string }) {
  const today = useBusinessDate();
  const answer = useQueryOf(readFacts, { params: { id } });
  return (
    <Loaded of={answer}>
      {({ rows }) => (
        <Table caption="各项的来源" columns={COLUMNS}>
          {rows.map(row => (
            <tr key={row.field}>
              <td>{row.label}</td>
              <td>{row.value}</td>
              <td>
                {row.sourceWords}
                {row.by && <span className="row-note">{row.by}</span>}
                {row.reference && <span className="row-note">{row.reference}</span>}
              </td>
              <td>{dateWords(row.asOf, today)}</td>
              <td>{FACT_CONFIDENCE_LABELS[row.confidence]}</td>
            </tr>
          ))}
        </Table>
      )}
    </Loaded>
  );
}
