// The menu: everything about the design as a whole. The actions themselves are commands.
import {
  BookOpen,
  FilePlus2,
  FolderOpen,
  Grid2x2,
  History,
  Info,
  Keyboard,
  Menu as Lines,
  ServerCog,
} from 'lucide-react'
import { commandsById, runCommand, shortcutText } from '../commands/index.ts'
import { useStore } from '../store/index.ts'
import { IconButton } from '../ui/button.tsx'
import { Menu, type MenuItem } from '../ui/menu.tsx'

export function MainMenu() {
  const setDialog = useStore((state) => state.setDialog)
  return (
    <Menu
      trigger={
        <IconButton label="Menu">
          <Lines aria-hidden="true" />
        </IconButton>
      }
      groups={[
        {
          items: [
            command('new', 'New', <FilePlus2 aria-hidden="true" />),
            {
              label: 'Examples',
              icon: <BookOpen aria-hidden="true" />,
              onSelect: () => setDialog('examples'),
            },
            command('open', 'Open', <FolderOpen aria-hidden="true" />),
            command('recent', 'Recent designs', <History aria-hidden="true" />),
            {
              label: 'Import from AWS',
              icon: <ServerCog aria-hidden="true" />,
              onSelect: () => setDialog('import'),
            },
          ],
        },
        { items: [command('arrange', 'Arrange', <Grid2x2 aria-hidden="true" />)] },
        {
          items: [
            command('shortcuts', 'Keyboard shortcuts', <Keyboard aria-hidden="true" />),
            { label: 'About', icon: <Info aria-hidden="true" />, onSelect: () => setDialog('about') },
          ],
        },
      ]}
    />
  )
}

function command(id: string, label: string, icon: React.ReactNode): MenuItem {
  const found = commandsById.get(id)
  return {
    label,
    icon,
    ...(found?.shortcut === undefined ? {} : { shortcut: shortcutText(found.shortcut) }),
    ...(found ? {} : { disabled: true }),
    onSelect: () => found && runCommand(found),
  }
}
