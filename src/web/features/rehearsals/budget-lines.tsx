import { useState } from 'react';
import { SCHEME_LABELS, SCHEMES, type Scheme } from '#contracts/benefits/schemes.ts';
import type { Budgets } from '#contracts/rehearsals/budget.ts';
import { setBudget } from '#contracts/rehearsals/endpoints.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useWrite } from '../../api.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { NumberInput, Select, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';

/** What finance was given, with who entered it and on what paper. */
export function BudgetLines({ budgets }: { budgets: Budgets }) {
  const today = useBusinessDate();
  const { role } = useSession().currentPost;
  const [isOpen, open] = useState(false);
  return (
    <section>
      <SectionHead title="登记的预算">
        {role === 'finance' && <Button onClick={() => open(true)}>登记预算</Button>}
      </SectionHead>
      {budgets.budgets.length === 0 ? (
        <EmptyState icon="money" title="还没有登记预算">
          由资金管理登记每个区每项待遇一年的预算；登记了才说得出够不够。
        </EmptyState>
      ) : (
        <Table
          caption="登记的预算"
          columns={[
            { key: 'area', title: '区' },
            { key: 'scheme', title: '待遇' },
            { key: 'year', title: '年份' },
            { key: 'fen', title: '预算（元）', number: true },
            { key: 'source', title: '依据' },
            { key: 'by', title: '登记' },
          ]}
        >
          {budgets.budgets.map(line => (
            <tr key={`${line.areaCode} ${line.scheme} ${line.year}`}>
              <td>{line.areaName}</td>
              <td>{SCHEME_LABELS[line.scheme]}</td>
              <td>{line.year}年</td>
              <td className="num">{fenToYuanText(line.fen)}</td>
              <td>{line.source}</td>
              <td>
                {line.setBy}，{instantWords(line.setAt, today)}
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Dialog title="登记预算" open={isOpen} close={() => open(false)}>
        <BudgetForm budgets={budgets} done={() => open(false)} />
      </Dialog>
    </section>
  );
}

type Given = { areaCode: string; scheme: Scheme; year: string; yuan: number; source: string };

function BudgetForm({ budgets, done }: { budgets: Budgets; done: () => void }) {
  const write = useWrite(setBudget);
  const submit = ({ areaCode: area, scheme, year, yuan, source }: Given) =>
    write.mutateAsync({
      body: { areaCode: area, scheme, year: Number(year), fen: Math.round(yuan * 100), source: source ?? '' },
    });
  return (
    <Form
      initial={{
        year: String(budgets.year),
        ...(budgets.areas.length === 1 && { areaCode: budgets.areas[0]?.areaCode }),
      }}
      label="登记"
      submit={submit}
      done={done}
    >
      <Select
        name="areaCode"
        label="哪个区"
        options={budgets.areas.map(each => ({ value: each.areaCode, label: each.areaName }))}
      />
      <Select name="scheme" label="哪项待遇" options={SCHEMES.map(value => ({ value, label: SCHEME_LABELS[value] }))} />
      <Select
        name="year"
        label="哪一年"
        options={budgets.total.map(line => ({ value: String(line.year), label: `${line.year}年` }))}
      />
      <NumberInput name="yuan" label="预算" unit="元" />
      <TextInput name="source" label="依据" hint="批复的文号，如“大财预〔2026〕3号”" />
    </Form>
  );
}
