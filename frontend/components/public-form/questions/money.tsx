import { idOf, nameOf } from '../answers/names';
import { partsIn } from '../answers/typed';
import { Options } from './choice';
import { described, useEnv, type ControlProps } from './env';
import { Field } from './frame';

/** An amount and its currency. Where there is one currency it stands beside the amount. */
export function MoneyQuestion({ question, name, entry, onEdit }: ControlProps) {
  const { say, disabled, errorOf, onLeave, form } = useEnv();
  const parts = partsIn(entry);
  const currencies = question.currencies ?? [];
  const [only] = currencies;
  const currency = parts.currency || only || '';
  const edit = (part: string, text: string) =>
    onEdit((current) => ({ currency, ...partsIn(current), [part]: text }));
  return (
    <Field question={question} name={name}>
      <div className="f-joined f-money">
        <input
          className="f-input"
          data-kind="decimal"
          id={idOf(name)}
          name={nameOf(name, 'amount')}
          type="text"
          inputMode="decimal"
          placeholder={question.placeholder || undefined}
          autoComplete={question.sensitive ? 'off' : question.autocomplete || undefined}
          aria-required={question.required !== false}
          disabled={disabled}
          value={parts.amount ?? ''}
          onChange={(event) => edit('amount', event.currentTarget.value)}
          onBlur={() => onLeave(name)}
          {...described(name, Boolean(question.help), errorOf(name))}
        />
        {currencies.length > 1 ? (
          <select
            className="f-input f-select"
            name={nameOf(name, 'currency')}
            aria-label={`${question.label}: ${say('amount.currency')}`}
            disabled={disabled}
            value={currency}
            onChange={(event) => edit('currency', event.currentTarget.value)}
            onBlur={() => onLeave(name)}
          >
            <Options choices={currencies.map((code) => ({ value: code, label: code }))} />
          </select>
        ) : (
          <>
            <input type="hidden" name={nameOf(name, 'currency')} value={currency} />
            <abbr className="f-unit" title={currencyName(currency, form.language)}>
              {currency}
            </abbr>
          </>
        )}
      </div>
    </Field>
  );
}

function currencyName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'currency' }).of(code) ?? code;
  } catch {
    return code;
  }
}
