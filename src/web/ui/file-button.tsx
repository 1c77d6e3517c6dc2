import { classOf, type Look } from './button.tsx';

export const PHOTOS = 'image/jpeg,image/png';
export const PAPERS = 'image/png,image/jpeg,application/pdf';
export const TABLES = '.xlsx,.csv,.txt';

type FileButtonProps = Look & {
  label: string;
  /** Stands in the label's place while the file is under way; undefined = it is not. */
  busy?: string | false | undefined;
  /** Why no file can be given now. */
  because?: string | null | undefined;
  accept: string;
  /** Opens the camera on a phone. */
  camera?: boolean;
  many?: boolean;
  take: (files: readonly [File, ...File[]]) => void;
};

/** A button that asks for a file; the same file may be given again at once. */
export function FileButton({ label, busy, because, accept, camera, many, take, ...look }: FileButtonProps) {
  const off = Boolean(busy || because);
  const button = (
    <label
      className={classOf({ ...look, look: because ? 'plain' : (look.look ?? 'plain') })}
      aria-busy={Boolean(busy) || undefined}
    >
      {busy || label}
      <input
        type="file"
        className="visually-hidden"
        accept={accept}
        disabled={off}
        multiple={many}
        {...(camera && { capture: 'environment' as const })}
        onChange={event => {
          const [first, ...more] = event.target.files ?? [];
          if (first) take([first, ...more]);
          event.target.value = '';
        }}
      />
    </label>
  );
  if (!because) return button;
  return (
    <span className="with-because">
      {button}
      <span className="because"> {because}</span>
    </span>
  );
}
