import { useState } from 'react';
import { listOtherBenefits, saveBenefitFacts } from '#contracts/benefits/endpoints.ts';
import type { Explanation } from '#contracts/benefits/records.ts';
import { BENEFIT_EFFECT_LABELS, type BenefitEffect } from '#contracts/benefits/schemes.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { CheckGroup } from '../../ui/choices.tsx';
import { DateInput, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { Loaded } from '../../ui/states.tsx';

type Values = {
  codes: string[];
  imprisonedOn?: string;
  releasedOn?: string;
  declaredMissingOn?: string;
  source?: string;
};

/** Other benefits drawn and the rare facts; each entry names its proof. Amounts known before are kept. */
export function FactsForm({ data }: { data: Explanation }) {
  const [open, setOpen] = useState(false);
  const codes = useQueryOf(listOtherBenefits, {}, { enabled: open });
  const write = useWrite(saveBenefitFacts);
  const amounts = new Map(data.own?.otherBenefits.map(each => [each.code, each.amountFen]));
  const submit = ({ codes: chosen, imprisonedOn, releasedOn, declaredMissingOn, source = '' }: Values) =>
    write.mutateAsync({
      params: { elderId: data.elderId },
      body: {
        otherBenefits: chosen.map(code => ({ code, amountFen: amounts.get(code) ?? null })),
        imprisonedOn: imprisonedOn ?? null,
        releasedOn: releasedOn ?? null,
        declaredMissingOn: declaredMissingOn ?? null,
        source,
      },
    });
  const { imprisonedOn, releasedOn, declaredMissingOn } = data.own ?? {};
  return (
    <div>
      <Button onClick={() => setOpen(true)}>登记其他情况</Button>
      <Dialog wide title={`登记${data.elderName}的其他情况`} open={open} close={() => setOpen(false)}>
        <Loaded of={codes}>
          {({ rows }) => (
            <Form
              initial={{ codes: [...amounts.keys()], imprisonedOn, releasedOn, declaredMissingOn }}
              label="保存并重新核定"
              columns={2}
              submit={submit}
              done={() => setOpen(false)}
            >
              <CheckGroup
                full
                name="codes"
                label="正在享受的其他待遇"
                options={rows.map(row => ({
                  value: row.code,
                  label: row.label,
                  hint: BENEFIT_EFFECT_LABELS[row.effect as BenefitEffect],
                }))}
              />
              <DateInput name="imprisonedOn" label="开始服刑日期" optional />
              <DateInput name="releasedOn" label="刑满释放日期" optional />
              <DateInput name="declaredMissingOn" label="宣告失踪日期" optional />
              <TextInput name="source" label="依据" hint="如：残联比对 2025-06" />
            </Form>
          )}
        </Loaded>
      </Dialog>
    </div>
  );
}
