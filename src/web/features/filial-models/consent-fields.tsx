import { RadioGroup } from '../../ui/choices.tsx';
import { TextInput } from '../../ui/fields.tsx';

/** The person's own word; unanswered is not a yes. */
export function ConsentFields() {
  return (
    <>
      <RadioGroup
        name="consent"
        label="本人同不同意公开姓名、街道和事迹"
        options={[
          { value: 'yes', label: '同意' },
          { value: 'no', label: '不同意，只在内部评选' },
        ]}
      />
      <TextInput name="consentNote" label="怎么问的" optional hint="如：本人签字、电话确认" />
    </>
  );
}

export const consentOf = ({ consent, consentNote }: { consent: string; consentNote?: string | undefined }) => ({
  ...(consent && { consented: consent === 'yes' }),
  ...(consentNote && { consentNote }),
});
