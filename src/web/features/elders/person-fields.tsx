import type { ReactNode } from 'react';
import { listAreas } from '#contracts/areas.ts';
import {
  DISABILITY_KINDS,
  ECONOMIC_CLASS_LABELS,
  ECONOMIC_CLASSES,
  LIVINGS,
  MARITAL_STATUSES,
  SERVICE_MODE_LABELS,
  SERVICE_MODES,
} from '#contracts/elders.ts';
import { useQueryOf } from '../../api.ts';
import { CheckGroup, RadioGroup, Tick } from '../../ui/choices.tsx';
import { Select, TextArea, TextInput } from '../../ui/fields.tsx';

/** Provinces by GB/T 2260 from which people come to live in Beijing most; others are given by the counter. */
const PROVINCES = [
  ['130000000000', '河北省'],
  ['120000000000', '天津市'],
  ['410000000000', '河南省'],
  ['370000000000', '山东省'],
  ['140000000000', '山西省'],
  ['230000000000', '黑龙江省'],
  ['220000000000', '吉林省'],
  ['210000000000', '辽宁省'],
  ['150000000000', '内蒙古自治区'],
  ['340000000000', '安徽省'],
  ['320000000000', '江苏省'],
  ['420000000000', '湖北省'],
  ['430000000000', '湖南省'],
  ['510000000000', '四川省'],
  ['610000000000', '陕西省'],
  ['310000000000', '上海市'],
] as const;
const DISEASES = [
  '高血压',
  '糖尿病',
  '冠心病',
  '脑卒中',
  '骨关节炎',
  '骨质疏松',
  '白内障',
  '慢性阻塞性肺疾病',
  '帕金森病',
];
const GRADES = ['一级', '二级', '三级', '四级'];
const CITY = '110000000000';

export const plain = (values: readonly string[]) => values.map(value => ({ value, label: value }));

/** One group of questions. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="form-part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/**
 * `at` is put before every name: '' in the registration, 'changes.' in the edit. `guarded` leaves out what two people
 * change together.
 */
type Names = { at?: string; guarded?: boolean };

export function AddressFields({ at = '', guarded, doorHint }: Names & { doorHint?: string }) {
  return (
    <>
      <div className="form-pair">
        <TextInput name={`${at}road`} label="道路" optional placeholder="如 清源路" />
        <TextInput name={`${at}compound`} label="小区或村" optional placeholder="如 清源西里" />
      </div>
      <TextInput
        name={`${at}door`}
        label="门牌"
        optional
        hint={doorHint ?? '楼、单元、门牌加密保存'}
        placeholder="如 3号楼2单元501"
      />
      {!guarded && <HukouField at={at} />}
    </>
  );
}

export function HukouField({ at = '' }: Names) {
  const districts = useQueryOf(listAreas, { query: { parent: CITY } });
  const places = [
    ...(districts.data?.rows.map(area => ({ value: area.code, label: `北京市${area.name}` })) ?? []),
    ...PROVINCES.map(([value, label]) => ({ value, label })),
  ];
  return <Select name={`${at}hukouAreaCode`} label="户籍" optional blank="就在居住的社区" options={places} />;
}

export function LivingFields({ at = '', guarded }: Names) {
  return (
    <>
      <RadioGroup
        name={`${at}living`}
        label="居住方式"
        hint="空巢指夫妻同住、子女不在身边；一个人住选独居"
        options={plain(LIVINGS)}
      />
      <Tick name={`${at}leftBehind`} label="留守：子女长期在外地" />
      <div className="form-pair">
        <Select name={`${at}maritalStatus`} label="婚姻状况" optional options={plain(MARITAL_STATUSES)} />
        {!guarded && <EconomicField at={at} />}
      </div>
      <div>
        <Tick name={`${at}familyPlanningSpecial`} label="计划生育特殊家庭" />
        <Tick name={`${at}militaryFamily`} label="烈属、军属" />
      </div>
    </>
  );
}

export function EconomicField({ at = '' }: Names) {
  return (
    <Select
      name={`${at}economicClass`}
      label="经济状况"
      blank="请选择"
      options={ECONOMIC_CLASSES.map(value => ({ value, label: ECONOMIC_CLASS_LABELS[value] }))}
    />
  );
}

/** `closed` = why the illnesses on file are not shown here, so that they cannot be changed unseen. */
export function HealthFields({ at = '', guarded, closed }: Names & { closed?: string | null | undefined }) {
  return (
    <>
      <Tick name={`${at}dementia`} label="已诊断或筛查为失智" />
      {closed ? (
        <p className="sm soft">慢性病：{closed}</p>
      ) : (
        <CheckGroup name={`${at}diseases`} label="慢性病" optional options={plain(DISEASES)} />
      )}
      {!guarded && <DisabilityFields at={at} />}
    </>
  );
}

export function DisabilityFields({ at = '' }: Names) {
  return (
    <>
      <DisabilityPair at={at} index={0} />
      <DisabilityPair at={at} index={1} />
    </>
  );
}

function DisabilityPair({ at, index }: { at: string; index: number }) {
  const title = index === 0 ? '残疾' : '另一种残疾';
  return (
    <div className="form-pair">
      <Select
        name={`${at}disabilities.${index}.kind`}
        label={`${title}类别`}
        optional
        blank="没有"
        options={plain(DISABILITY_KINDS)}
      />
      <Select
        name={`${at}disabilities.${index}.grade`}
        label={`${title}等级`}
        optional
        blank="没有"
        options={GRADES.map((label, i) => ({ value: String(i + 1), label }))}
      />
    </div>
  );
}

export function ServiceFields({ at = '' }: Names) {
  return (
    <>
      <Tick name={`${at}wishForVisits`} label="愿意接受探访" />
      <RadioGroup
        name={`${at}serviceMode`}
        label="现在主要在哪里养老"
        options={SERVICE_MODES.map(value => ({ value, label: SERVICE_MODE_LABELS[value] }))}
      />
      <TextArea name={`${at}note`} label="备注" optional rows={3} hint="加密保存，看的人要写用途" />
    </>
  );
}

/** Rows that a form holds as an object by index, as the contract wants them; rows without the named part fall away. */
export const listOf = (rows: unknown, needed: string): Record<string, unknown>[] =>
  Object.values((rows ?? {}) as Record<string, Record<string, unknown>>).filter(row => row?.[needed]);

export const disabilitiesOf = (rows: unknown) =>
  listOf(rows, 'kind').map(row => ({ kind: row.kind, grade: row.grade ? Number(row.grade) : undefined }));
