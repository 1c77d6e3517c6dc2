import { useState } from 'react';
import { listAreas } from '#contracts/areas.ts';
import {
  changeFacility,
  type Facility,
  linkStation,
  setCoverage,
  setPrice,
  setVacancy,
  takeFacilityStep,
} from '#contracts/facilities.ts';
import { facilityLifecycle } from '#contracts/facility-nouns.ts';
import { areaAt } from '#shared/area-codes.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { CheckGroup } from '../../ui/choices.tsx';
import { DateInput, NumberInput, Select, TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Loaded } from '../../ui/states.tsx';

const STEPS = ['open', 'suspend', 'resume', 'exit', 'reinstate'] as const;
type Step = (typeof STEPS)[number];
export type Act = Step | 'link' | 'coverage' | 'price' | 'vacancy' | 'details';

const isStep = (act: Act): act is Step => (STEPS as readonly string[]).includes(act);
const TITLES = {
  link: '链接到区域养老服务中心',
  coverage: '服务哪些社区',
  price: '公布价格',
  vacancy: '代报空床',
  details: '联系方式和运营方',
} as const;
export const titleOf = (act: Act): string =>
  isStep(act) ? (facilityLifecycle.transitions.find(t => t.action === act)?.label ?? '') : TITLES[act];

type FormProps = { of: Facility; done: () => void };

export function FacilityActForm({ of, act, done }: FormProps & { act: Act }) {
  if (isStep(act)) return <StepForm of={of} act={act} done={done} />;
  if (act === 'link') return <LinkForm of={of} done={done} />;
  if (act === 'coverage') return <CoverageForm of={of} done={done} />;
  if (act === 'price') return <PriceForm of={of} done={done} />;
  return act === 'vacancy' ? <VacancyForm of={of} done={done} /> : <DetailsForm of={of} done={done} />;
}

function StepForm({ of, act, done }: FormProps & { act: Step }) {
  const write = useWrite(takeFacilityStep);
  const today = useBusinessDate();
  const needs = facilityLifecycle.transitions.find(t => t.action === act)?.needs ?? [];
  const label = (field: string) => needs.find(n => n.field === field)?.label;
  const dated = label('on');
  const reasoned = label('reason');
  return (
    <Form
      initial={{ ...(dated ? { on: today } : {}), ...(reasoned ? { reason: '' } : {}) }}
      label={titleOf(act)}
      submit={(body: { on?: string; reason?: string }) =>
        write.mutateAsync({ params: { id: of.id }, body: { action: act, ...body } })
      }
      done={done}
    >
      {dated && <DateInput name="on" label={dated} max={today} hint="事情发生的那一天，不是今天登记的日子" />}
      {reasoned && <TextArea name="reason" label={reasoned} rows={3} hint="会写进台账，进展表据此说明" />}
      {act === 'exit' && of.kind === 'meal-point' && (
        <p className="sm soft">退出以后，它服务的{of.covers.length}个社区从那天起不再由它覆盖。</p>
      )}
      {!dated && !reasoned && <p className="sm soft">恢复以后，公众又能找到这里。</p>}
    </Form>
  );
}

function LinkForm({ of, done }: FormProps) {
  const write = useWrite(linkStation);
  const today = useBusinessDate();
  const options = of.centres.map(c => ({ value: c.id, label: c.name }));
  return (
    <Form
      initial={{ centreId: of.linkedCentre?.id ?? '', on: today, reason: '' }}
      label="保存链接"
      submit={({ centreId, on, reason }: { centreId?: string; on: string; reason: string }) =>
        write.mutateAsync({
          params: { id: of.id },
          body: { centreId: centreId || null, on, ...(reason.trim() ? { reason } : {}) },
        })
      }
      done={done}
    >
      <Select
        name="centreId"
        label="区域养老服务中心"
        options={options}
        blank={of.linkedCentre ? '不再链接' : '请选择'}
        hint={options.length === 0 ? '本辖区还没有建成的中心' : '只列出本区已开展服务、您看得到的中心'}
      />
      <DateInput name="on" label="从哪天起" max={today} />
      {of.linkedCentre && <TextArea name="reason" label="改变的原因" rows={2} />}
    </Form>
  );
}

function CoverageForm({ of, done }: FormProps) {
  const write = useWrite(setCoverage);
  const today = useBusinessDate();
  const areas = useQueryOf(listAreas, { query: { parent: areaAt(of.areaCode, 'street') } });
  return (
    <Loaded of={areas}>
      {data => (
        <Form
          initial={{ communities: of.covers.map(c => c.code), on: today }}
          checks={setCoverage.body}
          label="保存服务社区"
          submit={(body: { communities: string[]; on: string }) => write.mutateAsync({ params: { id: of.id }, body })}
          done={done}
        >
          <DateInput name="on" label="从哪天起" max={today} />
          <CheckGroup
            name="communities"
            label="服务的社区（村）"
            options={data.rows.map(a => ({ value: a.code, label: a.name }))}
          />
        </Form>
      )}
    </Loaded>
  );
}

function PriceForm({ of, done }: FormProps) {
  const write = useWrite(setPrice);
  const today = useBusinessDate();
  const [price] = of.prices;
  const start = price
    ? { item: price.item, unit: price.unit, low: price.lowFen / 100, high: price.highFen / 100 }
    : { item: of.beds > 0 ? '床位、护理和餐' : '', unit: of.beds > 0 ? '元/月' : '元/份' };
  type Values = { item: string; unit: string; low: number; high?: number; fromOn: string };
  const fen = (yuan: number | undefined) => Math.round((yuan ?? 0) * 100);
  return (
    <Form
      initial={{ ...start, fromOn: today }}
      label="公布价格"
      submit={({ low, high, ...rest }: Values) =>
        write.mutateAsync({ params: { id: of.id }, body: { ...rest, lowFen: fen(low), highFen: fen(high ?? low) } })
      }
      done={done}
    >
      <TextInput name="item" label="包括什么" />
      <NumberInput name="low" label="最低" unit="元" />
      <NumberInput name="high" label="最高" unit="元" optional hint="只有一个价就不填" />
      <TextInput name="unit" label="单位" />
      <DateInput name="fromOn" label="从哪天起" hint="旧价到这一天为止" />
    </Form>
  );
}

export function VacancyForm({ of, done }: FormProps) {
  const write = useWrite(setVacancy);
  return (
    <Form
      initial={{ freeBeds: of.vacancy?.freeBeds, waiting: of.vacancy?.waiting ?? 0 }}
      checks={setVacancy.body}
      label="报空床"
      submit={(body: { freeBeds: number; waiting: number }) => write.mutateAsync({ params: { id: of.id }, body })}
      done={done}
    >
      <NumberInput name="freeBeds" label="空床" unit="张" hint={`共${of.beds}张床`} />
      <NumberInput name="waiting" label="排队" unit="人" />
    </Form>
  );
}

type Details = { phone: string; address: string; openingHours: string; operatorName: string };

function DetailsForm({ of, done }: FormProps) {
  const write = useWrite(changeFacility);
  const [initial] = useState<Details>({
    phone: of.phone ?? '',
    address: of.address ?? '',
    openingHours: of.openingHours ?? '',
    operatorName: of.operatorName ?? '',
  });
  return (
    <Form
      initial={initial}
      label="保存"
      submit={(v: Details) =>
        write.mutateAsync({
          params: { id: of.id },
          body: {
            phone: v.phone || null,
            address: v.address || null,
            openingHours: v.openingHours || null,
            operatorName: v.operatorName || null,
          },
        })
      }
      done={done}
    >
      <TextInput name="phone" label="电话" inputMode="tel" optional hint="公众会看到" />
      <TextInput name="address" label="地址" optional />
      <TextInput name="openingHours" label="服务时间" optional />
      <TextInput name="operatorName" label="运营方" optional />
    </Form>
  );
}
