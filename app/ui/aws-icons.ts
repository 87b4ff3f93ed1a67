// Addresses of the icons of the aws-icons package. Only the families that network kinds draw from are bundled:
// the whole set is 430 kB compressed.
const files = import.meta.glob<string>(
  [
    '../../node_modules/aws-icons/icons/architecture-group/*.svg',
    '../../node_modules/aws-icons/icons/resource/AmazonVPC*.svg',
    '../../node_modules/aws-icons/icons/resource/AmazonEC2{Instance,Instances,ElasticIPAddress}.svg',
    '../../node_modules/aws-icons/icons/resource/ElasticLoadBalancing*.svg',
    '../../node_modules/aws-icons/icons/resource/{Internet,Internetalt1,Client,User,Users,Servers,Traditionalserver,Firewall}.svg',
    '../../node_modules/aws-icons/icons/resource/{AmazonRoute53RouteTable,AWSTransitGatewayAttachment,AWSNetworkFirewallEndpoints,AWSLambdaLambdaFunction}.svg',
    '../../node_modules/aws-icons/icons/architecture-service/{AmazonVPC*,AmazonVirtualPrivateCloud,AmazonEC2,AmazonRDS,AmazonAurora,AWSLambda,AWSTransitGateway,AWSPrivateLink,AWSSitetoSiteVPN,AWSDirectConnect,AWSNetworkFirewall,AWSClientVPN,ElasticLoadBalancing,AWSCloudWAN}.svg',
    '../../node_modules/aws-icons/icons/architecture-service/{AmazonSimpleStorageService,AmazonDynamoDB,AmazonSimpleQueueService,AmazonSimpleNotificationService,AWSSystemsManager,AWSSecretsManager,AWSKeyManagementService,AmazonCloudWatch,AmazonElasticContainerRegistry}.svg',
  ],
  { query: '?url', import: 'default', eager: true },
)

const byName = new Map(
  Object.entries(files).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1, -'.svg'.length), url]),
)

/** `name` as a kind gives it: a file name without .svg, with or without its folder. */
export function awsIconUrl(name: string | undefined): string | undefined {
  return name === undefined ? undefined : byName.get(name.slice(name.lastIndexOf('/') + 1))
}
