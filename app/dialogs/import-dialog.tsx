// How to bring a real account in.
import { FolderOpen } from 'lucide-react'
import { openDialog } from '../files/index.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { closeDialog } from './close.ts'
import styles from './dialogs.module.css'

const asked = [
  'vpcs',
  'subnets',
  'route-tables',
  'network-acls',
  'security-groups',
  'network-interfaces',
  'instances',
  'internet-gateways',
  'egress-only-internet-gateways',
  'nat-gateways',
  'addresses',
  'vpc-peering-connections',
  'vpc-endpoints',
  'prefix-lists',
  'managed-prefix-lists',
  'availability-zones',
]

const script = `mkdir snapshot && cd snapshot
for what in ${asked.join(' \\\n  ')}
do
  aws ec2 describe-$what --output json > $what.json
done`

export function ImportDialog() {
  const open = (what: 'file' | 'folder') => {
    closeDialog()
    openDialog(what)
  }
  return (
    <Dialog
      title="Import from AWS"
      onClose={closeDialog}
      width={640}
      foot={
        <>
          <Button onClick={() => open('file')}>Open files</Button>
          <Button look="ink" icon={<FolderOpen aria-hidden="true" />} onClick={() => open('folder')}>
            Open a folder
          </Button>
        </>
      }
    >
      <p className={styles.text}>
        Save what the AWS command line prints about your network, then open the folder or drop it on the page.
        Reading is all it takes: nothing is sent anywhere.
      </p>
      <pre className={styles.script}>{script}</pre>
      <p className={styles.text}>
        Add <code>--region</code> and <code>--profile</code> as you need them. Folders for several accounts or
        Regions may be nested.
      </p>
    </Dialog>
  )
}
