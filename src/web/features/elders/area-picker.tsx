import { useEffect, useState } from 'react';
import { listAreas } from '#contracts/areas.ts';
import { areaLevel } from '#shared/area-codes.ts';
import { useQueryOf } from '../../api.ts';
import { useSession } from '../../session.ts';
import { useField } from '../../ui/form-state.ts';
import { placeName } from './place-name.ts';

const LEVEL_WORDS = { city: '区', district: '街道（乡镇）', street: '社区（村）', community: '' } as const;

const WHOLE_CITY = '110000000000';

/**
 * Steps from the post's own area (or the whole city) down to a community; the form gets the community's code, or '' on
 * the way.
 */
export function AreaPicker({ name, wholeCity = false }: { name: string; wholeCity?: boolean }) {
  const { currentPost } = useSession();
  const root = wholeCity ? WHOLE_CITY : currentPost.areaCode;
  const field = useField(name, '社区（村）');
  const own = areaLevel(root) === 'community';
  const { set, value } = field;
  useEffect(() => {
    if (own && value !== currentPost.areaCode) set(currentPost.areaCode);
  });
  const [chain, setChain] = useState<string[]>([]);
  if (own) {
    return (
      <div className={field.error ? 'fld bad' : 'fld'}>
        <p className="sm soft">登记在{placeName(currentPost.areaName)}</p>
        {field.error && <p className="msg err">{field.error}</p>}
      </div>
    );
  }
  const parents = [root, ...chain].filter(code => areaLevel(code) !== 'community');
  const pick = (at: number, code: string) => {
    setChain([...chain.slice(0, at), ...(code ? [code] : [])]);
    set(code && areaLevel(code) === 'community' ? code : '');
  };
  return (
    <div className={field.error ? 'fld bad' : 'fld'}>
      <div className="form-pair">
        {parents.map((parent, at) => (
          <AreaSelect
            key={parent}
            id={at === 0 ? field.id : `${field.id}-${at}`}
            parent={parent}
            value={chain[at] ?? ''}
            bad={field.error !== undefined}
            pick={code => pick(at, code)}
          />
        ))}
      </div>
      <p className={field.error ? 'msg err' : 'msg'} id={`${field.id}-msg`} hidden={!field.error}>
        {field.error}
      </p>
    </div>
  );
}

type SelectProps = { id: string; parent: string; value: string; bad: boolean; pick: (code: string) => void };

function AreaSelect({ id, parent, value, bad, pick }: SelectProps) {
  const areas = useQueryOf(listAreas, { query: { parent } });
  const word = LEVEL_WORDS[areaLevel(parent)];
  return (
    <div>
      <label htmlFor={id}>{word}</label>
      <select
        className="in"
        id={id}
        value={value}
        aria-invalid={bad || undefined}
        onChange={event => pick(event.target.value)}
      >
        <option value="">请选{word}</option>
        {areas.data?.rows.map(area => (
          <option key={area.code} value={area.code}>
            {placeName(area.name)}
          </option>
        ))}
      </select>
    </div>
  );
}
