/** A box that finds agencies by a part of their name. */
import { useDeferredValue, useState } from 'react';
import { useQuery } from '../../client/use-query';
import { SearchBox } from '../../components/search-box';
import { useMessages } from '../../language/language';
import { AgenciesNamedDocument } from './compare.generated';
import { compareMessages } from './messages';

export function AgencyChooser({ onChoose }: { onChoose: (id: string) => void }) {
  const t = useMessages(compareMessages);
  const [text, setText] = useState('');
  const name = useDeferredValue(text.trim());
  const query = useQuery(AgenciesNamedDocument, name === '' ? null : { name });
  const choices = query.data?.agencies.nodes.map((agency) => ({
    key: agency.id,
    name: agency.name,
    note: agency.division.fullName,
  }));
  return (
    <SearchBox
      label={t.addAgency}
      placeholder={t.searchAgency}
      text={text}
      onText={setText}
      choices={name === '' ? null : (choices ?? null)}
      nothing={t.noAgency(name)}
      onChoose={onChoose}
    />
  );
}
