import { useState } from 'react';
import { type Facility, listOwnFacilities } from '#contracts/facilities.ts';
import { FACILITY_KIND_LABELS, FACILITY_STATUS_LABELS } from '#contracts/facility-nouns.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf } from '../../api.ts';
import { mayOpen, SCREENS } from '../../paths.ts';
import { useBusinessDate, useRole, useSession } from '../../session.ts';
import { Button, LinkButton, TextLink } from '../../ui/button.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList } from '../../ui/record-parts.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { countWords, dateWords } from '../../ui/words.ts';
import { VacancyForm } from './facility-acts.tsx';
import { STATUS_TONES } from './facility-words.ts';
import { starWords, vacancyWords } from './place-words.ts';
import './facilities.css';

/** What the public sees of the caller's own place, and what only the place itself can say: its free beds, its meals. */
export default function OwnPlacesPage() {
  const answer = useQueryOf(listOwnFacilities, {});
  const { organisationName } = useSession().currentPost;
  return (
    <>
      <PageHeader title="本单位" facts={[organisationName, '公众看到的就是这些；不对的请街道在设施台账里改']} />
      <Loaded of={answer} rows={6}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState icon="home" title="设施台账里还没有本单位的机构或设施">
              请街道先登记，并对上本单位。
            </EmptyState>
          ) : (
            <div className="stack">
              {rows.map(place => (
                <Place key={place.id} of={place} />
              ))}
            </div>
          )
        }
      </Loaded>
    </>
  );
}

function Place({ of }: { of: Facility }) {
  const today = useBusinessDate();
  const role = useRole();
  const [saying, setSaying] = useState(false);
  const vacancy = vacancyWords(of, today);
  const housing = role === 'institution' && of.beds > 0;
  const staffed = mayOpen(SCREENS.find(screen => screen.path === '/desk/caregivers')?.roles ?? [], role);
  return (
    <section className="own-place" aria-label={of.name}>
      <SectionHead title={of.name} note={[FACILITY_KIND_LABELS[of.kind], of.where].join('，')}>
        <Chip tone={STATUS_TONES[of.status]}>{FACILITY_STATUS_LABELS[of.status]}</Chip>
      </SectionHead>
      {housing && (
        <NextStep
          title={vacancy ? `现在公布空床${countWords(of.vacancy?.freeBeds ?? 0)}张` : '还没有公布过空床'}
          note={vacancy ? vacancy.note : '家属找机构先看空床'}
        >
          <Button look="go" onClick={() => setSaying(true)}>
            报空床
          </Button>
        </NextStep>
      )}
      {of.kind === 'meal-point' && role === 'meal-point' && (
        <NextStep title="收餐后报人次" note={`服务${of.covers.length}个社区`}>
          <LinkButton look="go" to="/desk/meal-counts">
            报今天的人次
          </LinkButton>
        </NextStep>
      )}
      <FactList
        items={[
          ['开业', of.openedOn && dateWords(of.openedOn, today)],
          ['星级', starWords(of.star)],
          ['床位', of.beds > 0 ? `${countWords(of.beds)}张，护理型${countWords(of.nursingBeds)}张` : null],
          ['价格', of.prices.map(p => `${p.item} ${fenToYuanText(p.lowFen)}${p.unit}起`).join('；') || '没有公布'],
          ['服务社区', of.covers.map(area => area.name).join('、')],
          ['链接的中心', of.linkedCentre?.name],
          ['链接的驿站', of.stations.map(station => station.name).join('、')],
          ['电话', of.phone ?? '没有登记'],
          ['地址', of.address ?? '没有登记'],
          ['服务时间', of.openingHours],
        ]}
      />
      <p className="row-flex">
        {of.status === 'operating' && <TextLink to={`/places/${of.id}`}>看公众看到的</TextLink>}
        {staffed && <TextLink to="/desk/caregivers">看本单位的护理员</TextLink>}
      </p>
      <Dialog title={`${of.name}的空床`} open={saying} close={() => setSaying(false)}>
        {saying && <VacancyForm of={of} done={() => setSaying(false)} />}
      </Dialog>
    </section>
  );
}
