import { useId, useState } from 'react';
import { listAreas } from '#contracts/areas.ts';
import { useQueryOf } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/overlay.tsx';

const CITY = '110000000000';
type Chosen = { near?: string; longitude?: string; latitude?: string };

/** Where to look: a community by its three levels, or the phone's own position (kept in this page only). */
export function NearDialog({
  open,
  close,
  choose,
}: {
  open: boolean;
  close: () => void;
  choose: (at: Chosen) => void;
}) {
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState('');
  const set = (level: number, code: string) => setCodes([...codes.slice(0, level), code].filter(Boolean));
  const done = (at: Chosen) => {
    choose(at);
    close();
  };
  const locate = () => {
    if (!navigator.geolocation) return setProblem('这台设备不能定位，请在上面选社区');
    navigator.geolocation.getCurrentPosition(
      // Three decimals are about 100 metres: enough to find what is near, and no address.
      ({ coords }) => done({ longitude: coords.longitude.toFixed(3), latitude: coords.latitude.toFixed(3) }),
      () => setProblem('没有取到位置，请在上面选社区'),
      { timeout: 10_000 },
    );
  };
  return (
    <Dialog title="您住在哪个社区（村）" open={open} close={close}>
      <div className="stack">
        {['区', '街道（乡镇）', '社区（村）'].map((label, level) => (
          <AreaSelect
            key={label}
            label={label}
            parent={level === 0 ? CITY : codes[level - 1]}
            value={codes[level] ?? ''}
            set={code => set(level, code)}
          />
        ))}
        <div className="form-acts">
          <Button
            look="ok"
            because={codes.length === 0 ? '请先选区' : null}
            onClick={() => done({ near: codes.at(-1) ?? '' })}
          >
            就在这附近找
          </Button>
          <Button icon="place" onClick={locate}>
            用我现在的位置
          </Button>
        </div>
        {problem && (
          <p className="sm red" role="alert">
            {problem}
          </p>
        )}
        <p className="xs mute">位置只用来排远近，不保存、不上传姓名。</p>
      </div>
    </Dialog>
  );
}

type SelectProps = { label: string; parent: string | undefined; value: string; set: (code: string) => void };

function AreaSelect({ label, parent, value, set }: SelectProps) {
  const id = useId();
  const areas = useQueryOf(listAreas, { query: { parent: parent ?? '' } }, { enabled: Boolean(parent) });
  return (
    <div className="fld">
      <label htmlFor={id}>{label}</label>
      <select className="in" id={id} value={value} disabled={!parent} onChange={event => set(event.target.value)}>
        <option value="">{parent ? '请选择' : '先选上一级'}</option>
        {(parent ? (areas.data?.rows ?? []) : []).map(area => (
          <option key={area.code} value={area.code}>
            {area.name}
          </option>
        ))}
      </select>
    </div>
  );
}
