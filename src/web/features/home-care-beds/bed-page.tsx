import { useState } from 'react';
import { useParams } from 'react-router';
import { ABILITY_LABELS } from '#contracts/elders.ts';
import { BED_STATUS_LABELS, bedLifecycle, PAUSE_REASON_LABELS } from '#contracts/home-care-bed-lifecycle.ts';
import { type Bed, getBed } from '#contracts/home-care-beds.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList, Stepper, Timeline } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { ContractView } from './contract-view.tsx';
import { type BedStepAction, StepForm } from './step-form.tsx';
import { stepViews } from './step-views.ts';
import { bedTone, dueOf } from './words.ts';
import './beds.css';

/** One bed: eight dots, what is due and by whom, the form of the next step, contract and history. */
export default function BedPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(getBed, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {bed => <BedRecord bed={bed} />}
    </Loaded>
  );
}

const isSide = (action: string): boolean => bedLifecycle.transitions.some(t => t.action === action && t.side === true);

function BedRecord({ bed }: { bed: Bed }) {
  const today = useBusinessDate();
  const main = bed.actions.find(action => action.allowed && !isSide(action.action));
  return (
    <div className="stack">
      <div className="bed-top">
        <PageHeader
          record
          title={`${bed.elderName}的家庭养老床位`}
          trail={[{ title: '家庭养老床位', to: '/desk/beds' }]}
          facts={[
            `${bed.elderAge}岁`,
            bed.elderSex,
            bed.place,
            bed.providerName ?? '还没指定服务商',
            <Chip key="status" tone={bedTone(bed.status)}>
              {BED_STATUS_LABELS[bed.status]}
            </Chip>,
            bed.acceptedOn && `${dateWords(bed.acceptedOn, today)}建成，计入建成数`,
          ]}
        />
        <Next bed={bed} />
      </div>
      <Stepper label="床位进度" steps={stepViews(bed, today)} />
      <div className="bed-cols">
        <div className="stack">
          {main && <StepForm bed={bed} action={main.action as BedStepAction} label={main.label} />}
          <ContractView bed={bed} />
          <Plan bed={bed} />
        </div>
        <div className="stack">
          <History bed={bed} />
        </div>
      </div>
    </div>
  );
}

function Next({ bed }: { bed: Bed }) {
  const today = useBusinessDate();
  const due = dueOf(bed);
  const waiting = bed.actions.find(action => !action.allowed && !isSide(action.action));
  const sides = bed.actions.filter(action => action.allowed && isSide(action.action));
  const label = bed.nextLabel ?? (bed.status === 'suspended' ? '等恢复服务' : BED_STATUS_LABELS[bed.status]);
  const notes = [
    bed.dueOn && `${dateWords(bed.dueOn, today)}前办完${bed.dueProvisional ? '（暂定）' : ''}`,
    bed.limitsAreDefault && bed.dueOn && '期限为系统默认值，全市规定出台后以规定为准',
    waiting?.disabledBecause,
    bed.endReason,
  ];
  return (
    <NextStep title={label} note={notes.filter(Boolean).join('。')} {...(due && { due })}>
      {sides.map(action => (
        <Side key={action.action} bed={bed} action={action.action as BedStepAction} label={action.label} />
      ))}
    </NextStep>
  );
}

function Side({ bed, action, label }: { bed: Bed; action: BedStepAction; label: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      <Dialog title={`${bed.elderName}的床位`} open={open} close={() => setOpen(false)}>
        <StepForm bed={bed} action={action} label={label} look="ok" done={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Plan({ bed }: { bed: Bed }) {
  const today = useBusinessDate();
  return (
    <section>
      <SectionHead title="核验、评估和方案" />
      <FactList
        items={[
          ['申请', `${bed.appliedBy}，${dateWords(bed.appliedOn, today)}`],
          ['想法', bed.wish],
          ['能力', bed.abilityLevel === null ? null : ABILITY_LABELS[bed.abilityLevel]],
          ['核验', bed.withheld ?? bed.eligibleReasons.join('；')],
          ['评估', bed.findings],
          ['服务方案', bed.carePackage],
          ['设备', bed.devices.join('、')],
          ['完工', bed.builtNote],
          ['验收', bed.acceptanceNote],
          [
            '暂停',
            bed.pauses
              .map(
                p =>
                  `${PAUSE_REASON_LABELS[p.reason]}，${dateWords(p.fromOn, today)}至${p.toOn ? dateWords(p.toOn, today) : '今'}`,
              )
              .join('；'),
          ],
        ]}
      />
    </section>
  );
}

function History({ bed }: { bed: Bed }) {
  const today = useBusinessDate();
  return (
    <section>
      <SectionHead title="经过" />
      <Timeline
        items={bed.history.map((step, index) => ({
          key: `${step.at}-${index}`,
          at: `${instantWords(step.at, today)}，${step.actor}`,
          text: (
            <>
              {step.from === null ? '申请' : step.label}
              {step.note && <span className="row-note">{step.note}</span>}
            </>
          ),
        }))}
      />
    </section>
  );
}
