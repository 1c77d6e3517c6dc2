import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { NearPlace } from '#contracts/public-facilities.ts';
import { useBusinessDate } from '../../session.ts';
import { Facts } from '../../ui/marks.tsx';
import { metresWords, priceWords, starWords, vacancyWords, walkWords } from './place-words.ts';

type RowProps = { place: NearPlace; active: boolean; point: () => void; compare: ReactNode };

/** Name and facts, price, distance, free beds; phones fold it into lines. */
export function PlaceRow({ place, active, point, compare }: RowProps) {
  const today = useBusinessDate();
  const price = priceWords(place);
  const vacancy = vacancyWords(place, today);
  return (
    <li className={active ? 'on' : undefined} onMouseEnter={point} onFocus={point}>
      <div className="nm">
        <Link to={`/places/${place.id}`}>{place.name}</Link>
        <span>
          <Facts items={[starWords(place.star), place.ownership, place.where.split(' ').slice(0, 2).join('')]} />
        </span>
      </div>
      <div className="pr">
        {price ? (
          <>
            <b>{price.text}</b>
            <small>
              {price.unit}
              <span>，{price.item}</span>
            </small>
          </>
        ) : (
          <small>{place.operatorName ?? '收费请打电话问'}</small>
        )}
      </div>
      <div className="ds">
        {place.metres !== null && (
          <>
            {metresWords(place.metres)}
            <small>{walkWords(place)}</small>
          </>
        )}
      </div>
      <div className={vacancy?.full ? 'fr full' : 'fr'}>
        {vacancy && (
          <>
            {vacancy.text}
            <small>{vacancy.note}</small>
          </>
        )}
      </div>
      {compare}
    </li>
  );
}
