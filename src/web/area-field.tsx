import { useEffect, useState } from 'react';
import { listAreas } from '#contracts/areas.ts';
import { areaLevel } from '#shared/area-codes.ts';
import { useQueryOf } from './api.ts';
import { useSession } from './session.ts';
import { useField } from './ui/form-state.ts';

const LEVEL_WORDS = { city: '区', district: '街道（乡镇）', street: '社区（村）', community: '' } as const;

type Props = {
  name: string;
  label: string;
  hint?: string;
  /** Only a community will do; otherwise the deepest area chosen stands, first of all the post's own. */
  community?: boolean;
};

/** Steps from the post's own area down; the form gets the area's code, or '' while a community is wanted and not chosen. */
export function AreaField({ name, label, hint, community }: Props) {
  const root = useSession().currentPost.areaCode;
  const field = useField(name, label);
  const [chain, setChain] = useState<string[]>([]);
  const { set, value } = field;
  useEffect(() => {
    if (!community && !value) set(root);
  });
  const parents = [root, ...chain].filter(code => areaLevel(code) !== 'community');
  const pick = (at: number, code: string) => {
    const next = [...chain.slice(0, at), ...(code ? [code] : [])];
    const deepest = next.at(-1) ?? root;
    setChain(next);
    set(community && areaLevel(deepest) !== 'community' ? '' : deepest);
  };
  return (
    <fieldset className={field.error ? 'fld bad' : 'fld'}>
      <legend>{label}</legend>
      <div className="form-pair">
        {parents.map((parent, at) => (
          <AreaSelect
            key={parent}
            id={at === 0 ? field.id : `${field.id}-${at}`}
            parent={parent}
            value={chain[at] ?? ''}
            blank={community ? '请选' : '全'}
            pick={code => pick(at, code)}
          />
        ))}
      </div>
      <p className={field.error ? 'msg err' : 'msg'} id={`${field.id}-msg`}>
        {field.error ?? hint}
      </p>
    </fieldset>
  );
}

type SelectProps = { id: string; parent: string; value: string; blank: string; pick: (code: string) => void };

function AreaSelect({ id, parent, value, blank, pick }: SelectProps) {
  const areas = useQueryOf(listAreas, { query: areaLevel(parent) === 'city' ? {} : { parent } });
  const level = areaLevel(parent);
  const whole = { city: '市', district: '区', street: '街道', community: '' }[level];
  return (
    <div>
      <label htmlFor={id}>{LEVEL_WORDS[level]}</label>
      <select className="in" id={id} value={value} onChange={event => pick(event.target.value)}>
        <option value="">{blank === '全' ? `全${whole}` : `请选${LEVEL_WORDS[level]}`}</option>
        {areas.data?.rows.map(area => (
          <option key={area.code} value={area.code}>
            {area.name}
          </option>
        ))}
      </select>
    </div>
  );
}
