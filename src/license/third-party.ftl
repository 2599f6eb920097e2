<#-- The list of third-party software of an assembly; the license plugin fills it in. -->
Software of other authors in this assembly of Hansa, with its licenses as its authors state them.

<#list dependencyMap as entry>
<#assign project = entry.getKey()/>
<#if project.groupId != "io.hansa">
${project.groupId}:${project.artifactId}:${project.version}
    ${project.name!project.artifactId}<#if project.url??>, ${project.url}</#if>
    ${entry.getValue()?join(" or ")}
</#if>
</#list>
