import { useState } from 'react';
import { type AdaptationAction, adaptationLifecycle } from '#contracts/home-adaptation-lifecycle.ts';
import type { Adaptation } from '#contracts/home-adaptations.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { StepForm } from './step-form.tsx';

export const isSide = (action: string): boolean =>
  adaptationLifecycle.transitions.some(t => t.action === action && t.side === true);

/** A step beside the main way, behind a button of its own. */
export function SideStep({ data, action, label }: { data: Adaptation; action: AdaptationAction; label: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      <Dialog title={label} open={open} close={() => setOpen(false)}>
        <StepForm data={data} action={action} label={label} look="ok" />
      </Dialog>
    </>
  );
}
