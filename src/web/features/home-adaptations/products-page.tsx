import {
  PRODUCT_CLASS_LABELS,
  PRODUCT_CLASSES,
  PRODUCT_PAYMENT_LABELS,
  PRODUCT_PAYMENTS,
} from '#contracts/home-adaptation-lifecycle.ts';
import {
  type AdaptationProduct,
  addAdaptationProduct,
  dropAdaptationProduct,
  listAdaptationProducts,
} from '#contracts/home-adaptation-products.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { NumberInput, Select, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { EmptyState, ErrorState, Loaded, Note } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';

const COLUMNS = [
  { key: 'class', title: '类别' },
  { key: 'name', title: '产品' },
  { key: 'price', title: '价格（元）', number: true },
  { key: 'who', title: '谁付' },
  { key: 'basis', title: '依据' },
  { key: 'act', title: '' },
];

/** The district's catalogue: a price is not changed, the product is withdrawn and entered anew. */
export default function ProductsPage() {
  const answer = useQueryOf(listAdaptationProducts, { query: {} });
  const may = useRole() === 'district';
  return (
    <div className="stack">
      <PageHeader
        title="改造目录"
        trail={[{ title: '适老化改造', to: '/desk/adaptations' }]}
        facts={['政府定价和自费项目', '每一类至少两种产品']}
      />
      <Loaded of={answer}>
        {({ rows, thin }) => (
          <>
            {thin.length > 0 && (
              <Note tone="warn" title={`还不到两种产品：${thin.map(one => PRODUCT_CLASS_LABELS[one]).join('、')}`}>
                补到两种以前，这些类别不能进方案。
              </Note>
            )}
            {rows.length === 0 ? (
              <EmptyState icon="document" title="本区还没有改造目录">
                区里定了目录，评估员才能提出方案。
              </EmptyState>
            ) : (
              <Table caption="在用的产品" columns={COLUMNS}>
                {rows.map(row => (
                  <Line key={row.id} row={row} may={may} />
                ))}
              </Table>
            )}
          </>
        )}
      </Loaded>
      {may && <AddProduct />}
    </div>
  );
}

function Line({ row, may }: { row: AdaptationProduct; may: boolean }) {
  const today = useBusinessDate();
  const drop = useWrite(dropAdaptationProduct);
  return (
    <tr>
      <td>{PRODUCT_CLASS_LABELS[row.class]}</td>
      <td>
        {row.name}
        <span className="row-note">
          {dateWords(row.fromOn, today)}起，{row.setBy}
        </span>
      </td>
      <td className="num">
        {fenToYuanText(row.priceFen)}/{row.unit}
      </td>
      <td>{PRODUCT_PAYMENT_LABELS[row.payment]}</td>
      <td>{row.basis}</td>
      <td>
        {may && (
          <Button
            size="sm"
            aria-label={`停用${row.name}`}
            busy={drop.isPending}
            onClick={() => drop.mutate({ params: { id: row.id } })}
          >
            停用
          </Button>
        )}
        {drop.error && <ErrorState error={drop.error} />}
      </td>
    </tr>
  );
}

function AddProduct() {
  const write = useWrite(addAdaptationProduct);
  return (
    <section>
      <SectionHead title="加一种产品" />
      <Form
        initial={{ class: 'floor', name: '', unit: '件', payment: 'government', basis: '' }}
        label="加到目录"
        columns={2}
        submit={({ yuan, ...rest }: { yuan?: number } & Record<string, string>) =>
          write.mutateAsync({ body: { ...rest, priceFen: Math.round(Number(yuan ?? 0) * 100) } as never })
        }
      >
        <Select
          name="class"
          label="类别"
          options={PRODUCT_CLASSES.map(value => ({ value, label: PRODUCT_CLASS_LABELS[value] }))}
        />
        <TextInput name="name" label="产品名称和型号" />
        <NumberInput name="yuan" label="价格" unit="元" />
        <TextInput name="unit" label="单位" />
        <Select
          name="payment"
          label="谁付"
          options={PRODUCT_PAYMENTS.map(value => ({ value, label: PRODUCT_PAYMENT_LABELS[value] }))}
        />
        <TextInput name="basis" label="依据" hint="文件或采购合同" />
      </Form>
    </section>
  );
}
