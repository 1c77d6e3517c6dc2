import { useState } from 'react';
import { useParams } from 'react-router';
import { type Facility, getFacility } from '#contracts/facilities.ts';
import { FACILITY_KIND_LABELS, FACILITY_STATUS_LABELS } from '#contracts/facility-nouns.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf } from '../../api.ts';
import { sourceWords } from '../../directory-source.tsx';
import { fill } from '../../paths.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { Slot } from '../../slot.tsx';
import { Button, TextLink } from '../../ui/button.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList, Table, Timeline } from '../../ui/record-parts.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { type Act, FacilityActForm, titleOf } from './facility-acts.tsx';
import { KEEPER_ROLES, STATUS_TONES } from './facility-words.ts';
import { Meals, Projects } from './facility-work.tsx';
import { starWords, vacancyWords } from './place-words.ts';
import './facilities.css';

/** One place of the register: what it is, its links and coverage, what may be done next and who did what. */
export default function FacilityPage() {
  const { id = '' } = useParams();
  const facility = useQueryOf(getFacility, { params: { id } });
  return (
    <Loaded whole of={facility} rows={6}>
      {data => <Shown of={data} />}
    </Loaded>
  );
}

function Shown({ of }: { of: Facility }) {
  const today = useBusinessDate();
  const keeps = KEEPER_ROLES.includes(useRole());
  const [act, setAct] = useState<Act | null>(null);
  return (
    <>
      <PageHeader
        record
        title={of.name}
        trail={[{ title: '机构和设施', to: '/desk/facilities' }]}
        facts={[
          FACILITY_KIND_LABELS[of.kind],
          of.where,
          starWords(of.star),
          of.ownership,
          of.exitedOn && `${dateWords(of.exitedOn, today)}退出：${of.exitReason}`,
        ]}
      >
        <Chip tone={STATUS_TONES[of.status]}>{FACILITY_STATUS_LABELS[of.status]}</Chip>
      </PageHeader>
      {keeps && <Acts of={of} choose={setAct} />}
      <div className="facility">
        <div className="stack">
          <Basics of={of} />
          <Links of={of} />
          <Slot name="desk.organisation.main" />
          <Projects id={of.id} />
          {of.kind === 'meal-point' && <Meals of={of} />}
        </div>
        <aside aria-label="经过">
          <SectionHead title="经过" />
          {of.steps.length === 0 ? (
            <p className="sm mute">没有在本系统里办过变更。</p>
          ) : (
            <Timeline
              items={of.steps.map(step => ({
                key: `${step.at}${step.action}`,
                at: instantWords(step.at, today),
                text: (
                  <>
                    {step.actor} {step.from === null ? '登记' : step.label}
                    {step.note && <span className="row-note">{step.note}</span>}
                  </>
                ),
              }))}
            />
          )}
        </aside>
      </div>
      <Dialog title={act ? titleOf(act) : ''} open={act !== null} close={() => setAct(null)}>
        {act && <FacilityActForm of={of} act={act} done={() => setAct(null)} />}
      </Dialog>
    </>
  );
}

function Acts({ of, choose }: { of: Facility; choose: (act: Act) => void }) {
  return (
    <div className="row-flex facility-acts">
      {of.actions.map(({ action, label, disabledBecause }) => (
        <Button
          key={action}
          look={action === 'open' || action === 'resume' ? 'go' : 'plain'}
          because={disabledBecause}
          onClick={() => choose(action as Act)}
        >
          {label}
        </Button>
      ))}
      {of.kind === 'station' && of.status === 'operating' && (
        <Button onClick={() => choose('link')}>{of.linkedCentre ? '改链接的中心' : '链接到中心'}</Button>
      )}
      {of.kind === 'meal-point' && of.status !== 'exited' && (
        <Button onClick={() => choose('coverage')}>改服务社区</Button>
      )}
      {of.status !== 'exited' && <Button onClick={() => choose('price')}>公布价格</Button>}
      {of.beds > 0 && <Button onClick={() => choose('vacancy')}>代报空床</Button>}
      <Button onClick={() => choose('details')}>改联系方式</Button>
    </div>
  );
}

function Basics({ of }: { of: Facility }) {
  const today = useBusinessDate();
  const vacancy = vacancyWords(of, today);
  return (
    <section aria-label="台账">
      <SectionHead title="台账">
        {of.status === 'operating' && (
          <TextLink small to={`/places/${of.id}`}>
            看公众看到的
          </TextLink>
        )}
      </SectionHead>
      <FactList
        items={[
          ['运营方', of.operatorName],
          ['开业', of.openedOn && dateWords(of.openedOn, today)],
          ['床位', of.beds > 0 ? `${of.beds}张，护理型${of.nursingBeds}张` : null],
          ['空床', vacancy && `${vacancy.text}（${vacancy.note}）`],
          [
            '价格',
            of.prices.length > 0
              ? of.prices
                  .map(
                    p =>
                      `${p.item} ${fenToYuanText(p.lowFen)}${p.highFen === p.lowFen ? '' : `–${fenToYuanText(p.highFen)}`}${p.unit}`,
                  )
                  .join('；')
              : null,
          ],
          ['电话', of.phone ?? '没有登记'],
          ['地址', of.address ?? '没有登记'],
          ['服务时间', of.openingHours],
          ['名录来源', sourceWords(of.source, today)],
          ['窗口', `${of.counter.name}，${of.counter.hours}`],
        ]}
      />
    </section>
  );
}

function Links({ of }: { of: Facility }) {
  const today = useBusinessDate();
  if (of.kind === 'meal-point') {
    return (
      <section aria-label="服务社区">
        <SectionHead title="服务社区" note={`${of.covers.length}个`} />
        {of.covers.length === 0 ? (
          <EmptyState title="没有登记服务的社区">登记以后，这些社区才算助餐已覆盖。</EmptyState>
        ) : (
          <p>{of.covers.map(c => c.name).join('、')}</p>
        )}
      </section>
    );
  }
  if (of.kind === 'station' && of.linkedCentre) {
    return (
      <section aria-label="链接">
        <SectionHead title="链接运营" note={`${dateWords(of.linkedCentre.on, today)}起`} />
        <TextLink to={fill('/desk/facilities/:id', { id: of.linkedCentre.id })}>{of.linkedCentre.name}</TextLink>
      </section>
    );
  }
  if (of.stations.length === 0) return null;
  return (
    <section aria-label="链接的驿站">
      <SectionHead title="链接运营的驿站" note={`${of.stations.length}家`} />
      <Table
        caption="链接运营的驿站"
        columns={[
          { key: 'name', title: '驿站' },
          { key: 'on', title: '从哪天起' },
        ]}
      >
        {of.stations.map(s => (
          <tr key={s.id}>
            <td>
              <TextLink to={fill('/desk/facilities/:id', { id: s.id })}>{s.name}</TextLink>
            </td>
            <td>{dateWords(s.on, today)}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
