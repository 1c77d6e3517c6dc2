import { useParams } from 'react-router';
import type { OutputOf } from '#contracts/endpoint.ts';
import { FACILITY_KIND_LABELS, FACILITY_STATUS_LABELS } from '#contracts/facility-nouns.ts';
import { getPlace } from '#contracts/public-facilities.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList, Table } from '../../ui/record-parts.tsx';
import { EmptyState, Loaded, Note } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { PlaceMap } from './place-map.tsx';
import { CAPACITY_NOTE, starWords, vacancyWords } from './place-words.ts';
import './places.css';

type Place = OutputOf<typeof getPlace>;

/** One place for anybody: what it charges, how many beds are free, and the ways to reach it without internet. */
export default function PlacePage() {
  const { id = '' } = useParams();
  const place = useQueryOf(getPlace, { params: { id } });
  return (
    <div className="pub-in pub-page">
      <Loaded whole of={place} rows={6}>
        {data => <Shown place={data} />}
      </Loaded>
    </div>
  );
}

function Shown({ place }: { place: Place }) {
  const row = { ...place, metres: null, walkMinutes: null };
  return (
    <>
      <PageHeader
        title={place.name}
        trail={[{ title: '找服务', to: `/?kind=${place.kind}` }]}
        facts={[FACILITY_KIND_LABELS[place.kind], starWords(place.star), place.ownership, place.where]}
      />
      {place.status !== 'operating' && (
        <Note tone="warn" title={`这里${FACILITY_STATUS_LABELS[place.status]}`}>
          请打12345问附近还有哪里可以去。
        </Note>
      )}
      <div className="place-page">
        <div className="stack">
          <Ways place={place} />
          <Prices place={place} />
          <Facts place={place} />
          <Linked place={place} />
        </div>
        <PlaceMap
          near={{ name: place.name, longitude: place.longitude, latitude: place.latitude }}
          rows={[row]}
          active={place.id}
          point={() => undefined}
          close
        />
      </div>
    </>
  );
}

function Ways({ place }: { place: Place }) {
  const { counter } = place;
  return (
    <section aria-label="怎么联系">
      <SectionHead title="怎么联系" note="不上网也能办" />
      <ul className="ways">
        {place.phone && (
          <li>
            <Icon name="phone" />
            <span>
              <a href={`tel:${place.phone}`}>
                打电话 <b>{place.phone}</b>
              </a>
              <span>{place.openingHours ?? '本机构电话'}</span>
            </span>
          </li>
        )}
        <li>
          <Icon name="phone" />
          <span>
            <a href={`tel:${counter.hotline}`}>
              打市民热线 <b>{counter.hotline}</b>
            </a>
            <span>24小时有人接，可以请话务员转接、代查</span>
          </span>
        </li>
        <li>
          <Icon name="home" />
          <span>
            到{counter.name}
            <span>{counter.hours}</span>
          </span>
        </li>
      </ul>
    </section>
  );
}

function Prices({ place }: { place: Place }) {
  const today = useBusinessDate();
  const priced = place.kind === 'institution' || place.kind === 'care-centre' || place.prices.length > 0;
  if (!priced) return null;
  return (
    <section aria-label="收费">
      <SectionHead title="收费" />
      {place.prices.length === 0 ? (
        <EmptyState title="还没有公布收费">请打电话问，或到窗口查。</EmptyState>
      ) : (
        <Table
          caption="收费表"
          columns={[
            { key: 'item', title: '包括' },
            { key: 'price', title: '价格', number: true },
            { key: 'from', title: '从哪天起' },
          ]}
        >
          {place.prices.map(p => (
            <tr key={p.item}>
              <td>{p.item}</td>
              <td className="num">
                <b>
                  {fenToYuanText(p.lowFen)}
                  {p.highFen !== p.lowFen && `–${fenToYuanText(p.highFen)}`}
                </b>{' '}
                {p.unit}
              </td>
              <td>{dateWords(p.fromOn, today)}</td>
            </tr>
          ))}
        </Table>
      )}
      <p className="xs mute">{CAPACITY_NOTE}</p>
    </section>
  );
}

function Facts({ place }: { place: Place }) {
  const today = useBusinessDate();
  const vacancy = vacancyWords(place, today);
  return (
    <section aria-label="基本情况">
      <SectionHead title="基本情况" />
      <FactList
        items={[
          ['床位', place.beds > 0 ? `${place.beds}张，其中护理型${place.nursingBeds}张` : null],
          ['空床', vacancy && `${vacancy.text}（${vacancy.note}）`],
          ['运营方', place.operatorName],
          ['地址', place.address ?? place.where],
          ['服务时间', place.openingHours],
          ['开业', place.openedOn && dateWords(place.openedOn, today)],
          ['服务社区', place.covers.length > 0 ? place.covers.join('、') : null],
        ]}
      />
    </section>
  );
}

function Linked({ place }: { place: Place }) {
  if (place.linked.length === 0) return null;
  return (
    <section aria-label="相关设施">
      <SectionHead
        title={place.kind === 'regional-centre' ? '由它链接运营的驿站' : '链接运营的中心'}
        note={`${place.linked.length}家`}
      />
      <ul className="stack">
        {place.linked.map(l => (
          <li key={l.id}>
            <TextLink to={`/places/${l.id}`}>{l.name}</TextLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
