import { PRODUCT_CLASS_LABELS, PRODUCT_CLASSES, PRODUCT_PAYMENT_LABELS } from '#contracts/home-adaptation-lifecycle.ts';
import { type AdaptationProduct, listAdaptationProducts } from '#contracts/home-adaptation-products.ts';
import { type Adaptation, stepAdaptation } from '#contracts/home-adaptations.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { NumberInput, TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';

type Values = { note: string; quantity?: Record<string, number | undefined> };

/** Quantities beside the district's catalogue, class by class; a class without a choice cannot be used. */
export function PlanForm({ data }: { data: Adaptation }) {
  const products = useQueryOf(listAdaptationProducts, { query: { areaCode: data.areaCode } });
  const write = useWrite(stepAdaptation);
  return (
    <Loaded of={products}>
      {({ rows, thin }) =>
        rows.length === 0 ? (
          <EmptyState icon="document" title="本区还没有改造目录">
            区里定了目录，才能提出方案。
          </EmptyState>
        ) : (
          <Form
            initial={{ note: '', quantity: {} }}
            label="提出方案"
            large
            wide
            draft={`adaptations.${data.id}.plan`}
            submit={({ note, quantity = {} }: Values) => {
              const items = Object.entries(quantity)
                .filter(([, count]) => Number(count) > 0)
                .map(([productId, count]) => ({ productId, quantity: Number(count) }));
              return write.mutateAsync({
                params: { id: data.id },
                body: { action: 'plan', items, note: note || null },
              });
            }}
          >
            {PRODUCT_CLASSES.map(of => {
              const own = rows.filter(row => row.class === of);
              return own.length > 0 && <OneClass key={of} of={of} rows={own} thin={thin.includes(of)} />;
            })}
            <TextArea name="note" label="对家里的说明" rows={2} optional />
          </Form>
        )
      }
    </Loaded>
  );
}

type ClassProps = { of: (typeof PRODUCT_CLASSES)[number]; rows: readonly AdaptationProduct[]; thin: boolean };

function OneClass({ of, rows, thin }: ClassProps) {
  return (
    <fieldset>
      <legend>{PRODUCT_CLASS_LABELS[of]}</legend>
      {thin ? (
        <p className="soft">目录里不到两种，还不能选；请区里补充。</p>
      ) : (
        rows.map(row => (
          <NumberInput
            key={row.id}
            name={`quantity.${row.id}`}
            label={row.name}
            unit={row.unit}
            hint={`${fenToYuanText(row.priceFen)}元，${PRODUCT_PAYMENT_LABELS[row.payment]}`}
            optional
          />
        ))
      )}
    </fieldset>
  );
}
